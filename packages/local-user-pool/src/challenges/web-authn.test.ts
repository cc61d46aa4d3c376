import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Ceremony,
  type ChoicePool,
  choicePool,
  email,
  type TestAuthenticator,
  testAuthenticator,
} from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const unverified = refused('NotAuthorized', 'The passkey could not be verified.')
const taro = 'taro@example.com'

let pool: ChoicePool
let passkey: TestAuthenticator
const setUp = async (...settings: Parameters<typeof choicePool>) => {
  pool = await choicePool(...settings)
  await pool.confirmedUser(email)
  passkey = await pool.registered((await pool.tokens(email)).AccessToken)
}
beforeEach(async () => setUp())

const begin = async (login = email) => pool.begin({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, login)

/** A question, and the answer of a passkey to it. */
async function signed(ceremony: Ceremony = {}, authenticator = passkey) {
  const question = await begin()
  const options = question.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS
  return pool.answer(question, { CREDENTIAL: authenticator.sign(options, ceremony) })
}

test('says what the browser needs to sign in', async () => {
  const { ChallengeParameters, ...question } = await begin()
  expect(question).toMatchObject({ ChallengeName: 'WEB_AUTHN', Session: expect.any(String) })
  expect(Object.keys(ChallengeParameters ?? {})).toEqual(['CREDENTIAL_REQUEST_OPTIONS'])
  expect(JSON.parse(ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS ?? '')).toEqual({
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    timeout: 180_000,
    rpId: 'example.com',
    allowCredentials: [{ id: passkey.id, type: 'public-key', transports: ['hybrid', 'internal'] }],
    userVerification: 'preferred',
  })
})

test('gives tokens for the signature of a passkey, once', async () => {
  const answer = await signed()
  expect(await pool.call('RespondToAuthChallenge', answer)).toMatchObject({
    AuthenticationResult: { TokenType: 'Bearer', ExpiresIn: 3600 },
  })
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
    refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
  )
})

test('takes RS256 as well, and authenticators that do not count', async () => {
  const { AccessToken } = await pool.tokens(email)
  const rsa = await pool.registered(AccessToken, testAuthenticator('RS256'))
  await pool.call('RespondToAuthChallenge', await signed({}, rsa))

  const uncounted = testAuthenticator()
  const { CredentialCreationOptions } = await pool.call('StartWebAuthnRegistration', { AccessToken })
  const Credential = uncounted.register(CredentialCreationOptions, { counter: 0 })
  await pool.call('CompleteWebAuthnRegistration', { AccessToken, Credential })
  for (const counter of [0, 0])
    await pool.call('RespondToAuthChallenge', await signed({ counter }, uncounted))
})

describe('refuses, and the question may still be answered,', () => {
  test.each<[string, Ceremony]>([
    ['the challenge of another question', { challenge: 'x'.repeat(43) }],
    ['another site', { origin: 'https://evil.test' }],
    ['a site that ends alike', { origin: 'https://notexample.com' }],
    ['a page that was not reached safely', { origin: 'http://app.example.com' }],
    ['a page within a page of another site', { crossOrigin: true }],
    ['another relying party', { relyingPartyId: 'evil.test' }],
    ['a registration in place of a sign-in', { type: 'webauthn.create' }],
    ['nobody being present', { isUserPresent: false }],
    ['a passkey that nobody has', { id: 'unknown' }],
    ['a user handle of somebody else', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['a counter that did not go on', { counter: 1 }],
    ['a counter that went back', { counter: 0 }],
  ])('%s', async (_, ceremony) => {
    const question = await begin()
    const options = question.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS
    const answer = (how?: Ceremony) => pool.answer(question, { CREDENTIAL: passkey.sign(options, how) })
    expect(await pool.refusal('RespondToAuthChallenge', answer(ceremony))).toEqual(unverified)
    await pool.call('RespondToAuthChallenge', answer({ counter: 2 }))
  })

  test.each(['', 'null', '[]', '{}', '{"id":1}', 'no JSON', '{"id":"__proto__","response":null}'])(
    'what is no credential: %s',
    async (CREDENTIAL) => {
      const question = await begin()
      expect(await pool.refusal('RespondToAuthChallenge', pool.answer(question, { CREDENTIAL }))).toEqual(
        CREDENTIAL ? unverified : refused('InvalidParameter', 'Missing required parameter CREDENTIAL'),
      )
    },
  )

  test('a signature that was tampered with', async () => {
    const answer = await signed()
    const credential = JSON.parse(answer.ChallengeResponses?.CREDENTIAL ?? '')
    const authenticatorData = Buffer.from(credential.response.authenticatorData, 'base64url')
    authenticatorData.writeUInt32BE(99, 33)
    credential.response.authenticatorData = authenticatorData.toString('base64url')
    const CREDENTIAL = JSON.stringify(credential)
    expect(
      await pool.refusal('RespondToAuthChallenge', {
        ...answer,
        ChallengeResponses: { USERNAME: email, CREDENTIAL },
      }),
    ).toEqual(unverified)
  })

  test('the answer to an earlier question', async () => {
    const { ChallengeResponses } = await signed()
    const { Session } = await begin()
    expect(
      await pool.refusal('RespondToAuthChallenge', {
        ...(await signed()),
        Session,
        ChallengeResponses,
      }),
    ).toEqual(unverified)
  })

  test('somebody else’s passkey', async () => {
    await pool.confirmedUser(taro)
    const theirs = await pool.registered((await pool.tokens(taro)).AccessToken)
    expect(await pool.refusal('RespondToAuthChallenge', await signed({}, theirs))).toEqual(unverified)
  })
})

test('a passkey that was used is refused with the counter that it had', async () => {
  await pool.call('RespondToAuthChallenge', await signed({ counter: 10 }))
  expect(await pool.refusal('RespondToAuthChallenge', await signed({ counter: 10 }))).toEqual(unverified)
  await pool.call('RespondToAuthChallenge', await signed({ counter: 11 }))
})

test('a passkey that was deleted is no longer offered, nor good for a question asked before', async () => {
  const answer = await signed()
  const { AccessToken } = await pool.tokens(email)
  await pool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: passkey.id })
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(unverified)
  expect(await begin()).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' })
})

test('tries are counted', async () => {
  for (let tries = 0; tries < 5; tries += 1) {
    expect(
      await pool.refusal('RespondToAuthChallenge', await signed({ origin: 'https://evil.test' })),
    ).toEqual(unverified)
  }
  const start = { ClientId: pool.clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: email } }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(
    refused('NotAuthorized', 'Password attempts exceeded'),
  )
})

test('is over after three minutes', async () => {
  const answer = await signed()
  pool.wait({ minutes: 3 })
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
    refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
  )
})

test('two parallel answers do not both win', async () => {
  const answer = await signed()
  const answers = await Promise.all([1, 2, 3].map(() => pool.attempt('RespondToAuthChallenge', answer)))
  expect(answers.filter((text) => text === 'ok')).toHaveLength(1)
})

describe('the verification of the user', () => {
  test('is enforced where the pool requires it', async () => {
    await setUp(undefined, { UserVerification: 'required' })
    expect(await pool.refusal('RespondToAuthChallenge', await signed({ isUserVerified: false }))).toEqual(
      unverified,
    )
    await pool.call('RespondToAuthChallenge', await signed())
  })

  test('is not where it is preferred', async () => {
    await pool.call('RespondToAuthChallenge', await signed({ isUserVerified: false }))
  })
})

test('a passkey of another relying party is no longer offered', async () => {
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    WebAuthnConfiguration: { RelyingPartyId: 'example.org' },
  })
  expect(await begin()).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' })
})

describe('where a second factor is required', () => {
  const require = async (FactorConfiguration: 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION') => {
    await pool.call('SetUserPoolMfaConfig', {
      UserPoolId: pool.userPoolId,
      MfaConfiguration: 'ON',
      EmailMfaConfiguration: {},
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', FactorConfiguration },
    })
  }

  test('a passkey that counts as two is enough, if it verifies the user', async () => {
    await require('MULTI_FACTOR_WITH_USER_VERIFICATION')
    expect(await pool.refusal('RespondToAuthChallenge', await signed({ isUserVerified: false }))).toEqual(
      unverified,
    )
    expect(await pool.call('RespondToAuthChallenge', await signed())).toHaveProperty('AuthenticationResult')
  })

  test('one that counts as one is not offered, and asked for before does not sign in alone', async () => {
    const answer = await signed()
    await require('SINGLE_FACTOR')
    expect(await begin()).toMatchObject({ AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'] })
    expect(await pool.call('RespondToAuthChallenge', answer)).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  })
})

test('somebody without a password and with a passkey goes straight to it', async () => {
  const username = 'passwordless@example.com'
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: username,
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  })
  const question = await pool.begin({}, username)
  const answer = { USERNAME: username, EMAIL_OTP_CODE: await pool.sent(username) }
  const { AuthenticationResult } = await pool.call('RespondToAuthChallenge', pool.answer(question, answer))
  await pool.registered(AuthenticationResult?.AccessToken ?? '')
  await pool.set({ email_verified: 'false' }, username)
  expect(await begin(username)).toMatchObject({
    ChallengeName: 'WEB_AUTHN',
    AvailableChallenges: ['WEB_AUTHN'],
  })
})
