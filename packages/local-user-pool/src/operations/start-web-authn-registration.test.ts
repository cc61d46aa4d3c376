import { expect, test } from 'vitest'
import { choicePool, email, testAuthenticator } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const signedIn = async (...settings: Parameters<typeof choicePool>) => {
  const pool = await choicePool(...settings)
  await pool.confirmedUser(email)
  return { ...pool, AccessToken: (await pool.tokens(email)).AccessToken }
}

test('says what the browser needs to make a passkey', async () => {
  const { call, AccessToken, user } = await signedIn()
  const { attributes } = await user(email)
  expect(await call('StartWebAuthnRegistration', { AccessToken })).toEqual({
    CredentialCreationOptions: {
      rp: { id: 'example.com', name: 'example.com' },
      user: {
        id: Buffer.from(attributes.sub ?? '').toString('base64url'),
        name: email,
        displayName: email,
      },
      challenge: expect.stringMatching(/^[\w-]{22,}$/),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 60_000,
      excludeCredentials: [],
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'preferred',
      },
    },
  })
})

test('asks for another challenge each time, and not for a passkey that is there', async () => {
  const { call, registered, AccessToken } = await signedIn()
  const { id } = await registered(AccessToken)
  const options = async () => {
    const { CredentialCreationOptions } = await call('StartWebAuthnRegistration', { AccessToken })
    return CredentialCreationOptions as { challenge: string; excludeCredentials: object[] }
  }
  const [one, other] = [await options(), await options()]
  expect(one.challenge).not.toBe(other.challenge)
  expect(one.excludeCredentials).toEqual([{ id, type: 'public-key', transports: ['hybrid', 'internal'] }])
})

test('asks for the verification of the user where the pool requires it', async () => {
  const { call, AccessToken } = await signedIn(undefined, { UserVerification: 'required' })
  expect(await call('StartWebAuthnRegistration', { AccessToken })).toHaveProperty(
    'CredentialCreationOptions.authenticatorSelection.userVerification',
    'required',
  )
})

test('says that the pool has no passkeys', async () => {
  const { refusal, AccessToken } = await signedIn(['PASSWORD', 'EMAIL_OTP'])
  expect(await refusal('StartWebAuthnRegistration', { AccessToken })).toEqual(
    refused('WebAuthnNotEnabled', 'Passkeys are not enabled for the user pool.'),
  )
})

test('says that the pool has no relying party', async () => {
  const { call, refusal, AccessToken, userPoolId: UserPoolId } = await signedIn()
  await call('SetUserPoolMfaConfig', { UserPoolId, WebAuthnConfiguration: {} })
  expect(await refusal('StartWebAuthnRegistration', { AccessToken })).toEqual(
    refused('WebAuthnConfigurationMissing', 'The user pool has no relying party id.'),
  )
})

test('a user has no more than twenty passkeys', async () => {
  const { call, refusal, registered, AccessToken } = await signedIn()
  const { CredentialCreationOptions } = await call('StartWebAuthnRegistration', { AccessToken })
  for (let count = 0; count < 20; count += 1) await registered(AccessToken)
  const tooMany = refused('LimitExceeded', 'A user may have no more than 20 passkeys.')
  expect(await refusal('StartWebAuthnRegistration', { AccessToken })).toEqual(tooMany)
  const Credential = testAuthenticator().register(CredentialCreationOptions)
  expect(await refusal('CompleteWebAuthnRegistration', { AccessToken, Credential })).toEqual(tooMany)
})

test('asks for the access token of somebody who is there', async () => {
  const { call, refusal, AccessToken, userPoolId } = await signedIn()
  expect(await refusal('StartWebAuthnRegistration', { AccessToken: 'a.b.c' })).toEqual(
    refused('NotAuthorized', 'Invalid Access Token'),
  )
  await call('AdminDeleteUser', { UserPoolId: userPoolId, Username: email })
  expect(await refusal('StartWebAuthnRegistration', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Invalid Access Token'),
  )
  await call('DeleteUserPool', { UserPoolId: userPoolId })
  expect(await refusal('StartWebAuthnRegistration', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Invalid Access Token'),
  )
})
