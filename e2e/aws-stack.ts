import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { startApi } from '../api/src/local.ts'

/** A user pool on AWS that is as the local one, and the API on this machine; closing deletes the pool with its users. */
export async function startAwsStack(origin: string) {
  const { AWS_REGION: region, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint } = process.env
  if (!region) throw new Error('Set AWS_REGION to the region in which TARGET=aws may make a user pool.')
  const admin = new CognitoIdentityProviderClient({ region })
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      ...(exampleSeed.userPool as CreateUserPoolCommandInput),
      PoolName: 'genkan-journeys',
    }),
  )
  const userPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({ ...exampleSeed.client, UserPoolId: userPoolId }),
  )
  const clientId = UserPoolClient?.ClientId ?? ''
  const url = endpoint ?? `https://cognito-idp.${region}.amazonaws.com`
  const issuer = `${url}/${userPoolId}`
  const api = await startApi({ port: 0, userPoolId, clientId, issuer, allowedOrigin: origin })
  return {
    pool: { url },
    api,
    environment: {
      NEXT_PUBLIC_AWS_COGNITO_REGION: region,
      NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: userPoolId,
      NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId,
      NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: endpoint ?? '',
      NEXT_PUBLIC_API_URL: api.url,
    },
    /** A pool that is made for the journeys has none. */
    domain: '',
    async close() {
      await api.close()
      await admin.send(new DeleteUserPoolCommand({ UserPoolId: userPoolId }))
      admin.destroy()
    },
  }
}
