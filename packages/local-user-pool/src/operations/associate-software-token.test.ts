import { expect, test } from 'vitest'
import { refused, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

/** A pool that offers authenticator apps, with somebody signed in. */
async function signedIn() {
  const pool = await testPool()
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email, testPassword)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  return { ...pool, AccessToken }
}

test('gives a signed-in user another secret each time, and asks for nothing at sign-in yet', async () => {
  const { call, AccessToken, signIn } = await signedIn()
  const first = await call('AssociateSoftwareToken', { AccessToken })
  const second = await call('AssociateSoftwareToken', { AccessToken })
  expect(first.SecretCode).toMatch(/^[A-Z2-7]{32}$/)
  expect(second.SecretCode).not.toBe(first.SecretCode)
  expect(await signIn(email, testPassword)).toHaveProperty('AuthenticationResult.AccessToken')
})

test('is refused where the pool does not offer apps', async () => {
  const { refusal, confirmedUser, tokens } = await testPool()
  await confirmedUser(email)
  const { AccessToken } = await tokens(email, testPassword)
  expect(await refusal('AssociateSoftwareToken', { AccessToken })).toMatchObject({
    name: 'SoftwareTokenMFANotFoundException',
  })
})

test('wants either an access token or a session that is under way', async () => {
  const { refusal } = await signedIn()
  expect(await refusal('AssociateSoftwareToken', {})).toMatchObject({ name: 'InvalidParameterException' })
  expect(await refusal('AssociateSoftwareToken', { Session: 'a'.repeat(40) })).toEqual({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
})

test('tells somebody who was deleted that their token has ended', async () => {
  const { call, refusal, userPoolId, AccessToken } = await signedIn()
  await call('AdminDeleteUser', { UserPoolId: userPoolId, Username: email })
  expect(await refusal('AssociateSoftwareToken', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
})
