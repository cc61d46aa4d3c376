import type { Patient } from '../patient.ts'
import { isThrottled, type Reply } from '../probes/cognito.ts'

/** Whether Cognito has answered as it does for an app client that it has; a refusal of too many requests tells nothing. */
export const knowsClient = (reply: Reply | undefined) =>
  reply?.is === 'done' ||
  (reply?.is === 'refused' && reply.exception !== 'ResourceNotFoundException' && !isThrottled(reply))

/** Which user pool and app client it is about. */
export interface ClientFacts {
  readonly region: string
  readonly userPoolId: string
  readonly clientId: string
  readonly [name: string]: string
}

export const clientFacts = ({ region = '', userPoolId = '', clientId = '' }: Patient): ClientFacts => ({
  region,
  userPoolId,
  clientId,
})

export const exampleClient: ClientFacts = {
  region: 'ap-northeast-1',
  userPoolId: 'ap-northeast-1_AbCdEfGhI',
  clientId: '0123456789abcdefghijklmnop',
}

/** The way to the app client in the console. */
export const clientInConsole = {
  en: ({ userPoolId, clientId }: ClientFacts) =>
    `Amazon Cognito › User pools › ${userPoolId} › App clients › ${clientId}`,
  ja: ({ userPoolId, clientId }: ClientFacts) =>
    `Amazon Cognito › ユーザープール › ${userPoolId} › アプリクライアント › ${clientId}`,
}

/** The way to a page of the user pool in the console. */
export const poolInConsole = {
  en: ({ userPoolId }: Pick<ClientFacts, 'userPoolId'>, ...rest: string[]) =>
    ['Amazon Cognito', 'User pools', userPoolId, ...rest].join(' › '),
  ja: ({ userPoolId }: Pick<ClientFacts, 'userPoolId'>, ...rest: string[]) =>
    ['Amazon Cognito', 'ユーザープール', userPoolId, ...rest].join(' › '),
}

/**
 * A command that changes one setting of the app client. UpdateUserPoolClient puts every setting that it is not given
 * back to its default, so that all of them are read before, and written again.
 *
 * @param change in the language of jq
 */
export const changeClient = ({ region, userPoolId, clientId }: ClientFacts, change: string) =>
  `aws cognito-idp describe-user-pool-client --region ${region} --user-pool-id ${userPoolId} --client-id ${clientId} --query UserPoolClient | jq 'del(.ClientSecret, .CreationDate, .LastModifiedDate) | ${change}' > client.json && aws cognito-idp update-user-pool-client --region ${region} --cli-input-json file://client.json`
