import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Ceremony,
  type ChoicePool,
  choicePool,
  email,
  testAuthenticator,
} from '../test-authenticator.ts'
import { refused, testPassword } from '../test-pool.ts'

const notFound = refused(
  'WebAuthnChallengeNotFound',
  'The registration of the passkey was not started, or took too long.',
)
const invalid = refused('InvalidParameter', 'The passkey could not be verified.')

let pool: ChoicePool
let AccessToken: string
beforeEach(async () => {
  pool = await choicePool()
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
})

const options = async () =>
  (await pool.call('StartWebAuthnRegistration', { AccessToken })).CredentialCreationOptions

const refusal = (Credential: unknown) =>
  pool.refusal('CompleteWebAuthnRegistration', { AccessToken, Credential })

test.each(['ES256', 'RS256'] as const)('keeps a passkey with %s, once', async (algorithm) => {
  const passkey = testAuthenticator(algorithm)
  const Credential = passkey.register(await options())
  expect(await pool.call('CompleteWebAuthnRegistration', { AccessToken, Credential })).toEqual({})
  expect(await pool.call('ListWebAuthnCredentials', { AccessToken })).toMatchObject({
    Credentials: [{ CredentialId: passkey.id }],
  })
  expect(await refusal(Credential)).toEqual(notFound)
})

describe('refuses, and keeps nothing,', () => {
  test.each<[string, Ceremony, { name: string; message: string }]>([
    ['a challenge that was not given out', { challenge: 'x'.repeat(128) }, notFound],
    ['no challenge', { challenge: '' }, notFound],
    [
      'another site',
      { origin: 'https://evil.test' },
      refused(
        'WebAuthnOriginNotAllowed',
        'The origin of the passkey does not belong to the relying party example.com.',
      ),
    ],
    [
      'a page that was not reached safely',
      { origin: 'http://app.example.com' },
      refused(
        'WebAuthnOriginNotAllowed',
        'The origin of the passkey does not belong to the relying party example.com.',
      ),
    ],
    [
      'a page within a page of another site',
      { crossOrigin: true },
      refused(
        'WebAuthnOriginNotAllowed',
        'The origin of the passkey does not belong to the relying party example.com.',
      ),
    ],
    [
      'another relying party',
      { relyingPartyId: 'evil.test' },
      refused(
        'WebAuthnRelyingPartyMismatch',
        'The passkey was made for another relying party than example.com.',
      ),
    ],
    ['a sign-in in place of a registration', { type: 'webauthn.get' }, invalid],
    ['nobody being present', { isUserPresent: false }, invalid],
  ])('%s', async (_, ceremony, exception) => {
    expect(await refusal(testAuthenticator().register(await options(), ceremony))).toEqual(exception)
    expect(await pool.call('ListWebAuthnCredentials', { AccessToken })).toEqual({ Credentials: [] })
  })

  test.each([[{}], [[]], ['text'], [1], [{ response: null }], [{ response: { clientDataJSON: 'e30' } }]])(
    'what is no credential: %j',
    async (Credential) => {
      expect(await refusal(Credential)).toEqual(invalid)
    },
  )

  test('an attestation that is cut off', async () => {
    const credential = testAuthenticator().register(await options())
    const response = { ...(credential.response as object), attestationObject: 'o2Nm' }
    expect(await refusal({ ...credential, response })).toEqual(invalid)
  })

  test('a key of a kind that was not asked for', async () => {
    expect(await refusal(testAuthenticator('EdDSA').register(await options()))).toEqual(
      refused('WebAuthnCredentialNotSupported', 'The authenticator makes no passkeys of a supported kind.'),
    )
  })

  test('an authenticator that did not verify the user, where the pool requires it', async () => {
    await pool.call('SetUserPoolMfaConfig', {
      UserPoolId: pool.userPoolId,
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'required' },
    })
    expect(await refusal(testAuthenticator().register(await options(), { isUserVerified: false }))).toEqual(
      refused('WebAuthnCredentialNotSupported', 'The authenticator did not verify the user.'),
    )
  })

  test('what comes too late', async () => {
    const Credential = testAuthenticator().register(await options())
    pool.wait({ minutes: 3 })
    expect(await refusal(Credential)).toEqual(notFound)
  })

  test('the registration of somebody else', async () => {
    const Credential = testAuthenticator().register(await options())
    await pool.confirmedUser('taro@example.com')
    const theirs = await pool.tokens('taro@example.com')
    expect(
      await pool.refusal('CompleteWebAuthnRegistration', { AccessToken: theirs.AccessToken, Credential }),
    ).toEqual(notFound)
  })

  test('the registration of another client', async () => {
    const Credential = testAuthenticator().register(await options())
    const { ClientId } = await pool.client()
    const other = await pool.tokens(email, testPassword, ClientId)
    expect(
      await pool.refusal('CompleteWebAuthnRegistration', { AccessToken: other.AccessToken, Credential }),
    ).toEqual(refused('WebAuthnClientMismatch', 'The registration was started through another app client.'))
  })

  test('a passkey that is registered already, whoever has it', async () => {
    const passkey = await pool.registered(AccessToken)
    await pool.confirmedUser('taro@example.com')
    AccessToken = (await pool.tokens('taro@example.com')).AccessToken
    expect(await refusal(passkey.register(await options()))).toEqual(
      refused('InvalidParameter', 'The passkey is registered already.'),
    )
  })

  test.each([
    ['are off', { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const] } } }],
  ])('a passkey where passkeys %s by now', async (_, settings) => {
    const Credential = testAuthenticator().register(await options())
    await pool.call('UpdateUserPool', { UserPoolId: pool.userPoolId, ...settings })
    expect(await refusal(Credential)).toEqual(
      refused('WebAuthnNotEnabled', 'Passkeys are not enabled for the user pool.'),
    )
  })

  test('a Session of a sign-in in place of the challenge', async () => {
    const { Session = '' } = await pool.begin()
    expect(await refusal(testAuthenticator().register(await options(), { challenge: Session }))).toEqual(
      notFound,
    )
  })
})

test('the challenge of a registration is no Session of a sign-in', async () => {
  const { challenge } = (await options()) as { challenge: string }
  const answer = pool.answer({ Session: challenge }, { ANSWER: 'PASSWORD' }, 'SELECT_CHALLENGE')
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
    refused('NotAuthorized', 'Invalid session for the user.'),
  )
})

test('two parallel answers keep it once', async () => {
  const Credential = testAuthenticator().register(await options())
  const answers = await Promise.all(
    [1, 2, 3].map(() => pool.attempt('CompleteWebAuthnRegistration', { AccessToken, Credential })),
  )
  expect(answers.filter((text) => text === 'ok')).toHaveLength(1)
})
