import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { clientCredentialsGrant, fetchUserInfo, WWWAuthenticateChallengeError } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { present } from '../../target.ts'
import { newMachine } from '../machine.ts'
import { configurationOf, provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

async function expectRefusal({ configuration }: RelyingParty, token: string) {
  const attempt = fetchUserInfo(configuration, token, provider().person.sub)
  const { status, cause } = await refusal(attempt, WWWAuthenticateChallengeError)
  expect([status, cause[0]?.parameters.error]).toEqual([401, 'invalid_token'])
}

test('an access token of the API, which lacks openid, is refused by userInfo', async () => {
  const application = await RelyingParty.at(provider())
  const { admin, clientId, person } = provider()
  const { AuthenticationResult } = await admin.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: person.email, PASSWORD: person.password },
    }),
  )
  await expectRefusal(application, present(AuthenticationResult?.AccessToken))
})

test('an access token without openid, an ID token, a refresh token and one of a machine are refused', async () => {
  const application = await RelyingParty.at(provider())
  const { id_token, refresh_token } = await application.tokens()
  const { url, checks } = await application.returned({ scope: 'email' })
  const { expectedNonce: _, ...withoutNonce } = checks
  const { access_token } = await application.redeem(url, withoutNonce)
  for (const token of [access_token, present(id_token), present(refresh_token), await tokenOfMachine()]) {
    await expectRefusal(application, token)
  }
})

async function tokenOfMachine() {
  const { clientId, clientSecret } = await newMachine(provider())
  const configuration = await configurationOf(provider(), clientId, clientSecret)
  return (await clientCredentialsGrant(configuration)).access_token
}
