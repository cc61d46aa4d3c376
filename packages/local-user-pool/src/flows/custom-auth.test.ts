import { expect, test } from 'vitest'
import type { LocalUserPoolOptions } from '../pool.ts'
import { confirmedDevice, deviceProof, deviceSrp, remembering } from '../test-device.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

type Triggers = NonNullable<LocalUserPoolOptions['triggers']>

const email = 'hanako@example.com'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

/** A password where the client begins with SRP; then one word. */
const word: Triggers = {
  DefineAuthChallenge(event) {
    const last = event.request.session.at(-1)
    if (last?.challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
    else if (last?.challengeName === 'CUSTOM_CHALLENGE') event.response.issueTokens = last.challengeResult
    else event.response.challengeName = 'CUSTOM_CHALLENGE'
    event.response.failAuthentication = last?.challengeResult === false
    return event
  },
  CreateAuthChallenge: (event) => event,
  VerifyAuthChallengeResponse(event) {
    event.response.answerCorrect = event.request.challengeAnswer === '山'
    return event
  },
}

async function poolWith(triggers: Triggers = word, userPool: object = {}) {
  const flows = ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] as const
  const pool = await testPool(userPool, { ExplicitAuthFlows: [...flows] }, { triggers })
  await pool.confirmedUser(email)
  return pool
}

const bySrp = { AuthFlow: 'CUSTOM_AUTH', start: { CHALLENGE_NAME: 'SRP_A' } } as const

const answer = (
  { clientId }: TestPool,
  { Session = '' }: { Session?: string | undefined },
  extra: object = {},
) => ({
  ClientId: clientId,
  ChallengeName: 'CUSTOM_CHALLENGE' as const,
  Session,
  ChallengeResponses: { USERNAME: email, ANSWER: '山', ...extra },
})

test('asks for the password first where the client begins with SRP', async () => {
  const sessions: unknown[] = []
  const pool = await poolWith({
    ...word,
    DefineAuthChallenge(event) {
      sessions.push(event.request.session)
      return word.DefineAuthChallenge?.(event) ?? event
    },
  })
  const asked = await pool.signIn(email, testPassword, bySrp)
  expect(asked).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' })
  expect(asked).not.toHaveProperty('AuthenticationResult')
  const done = await pool.call('RespondToAuthChallenge', answer(pool, asked))
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
  const srp = { challengeName: 'SRP_A', challengeResult: true }
  const verifier = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
  const custom = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true }
  expect(sessions).toEqual([[srp], [srp, verifier], [srp, verifier, custom]])
})

test('a wrong password is refused, counted, and never comes to the question', async () => {
  const pool = await poolWith()
  for (let count = 0; count < 5; count += 1) {
    const wrong = await pool.proof(email, 'Wrong-2026', bySrp)
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(incorrect)
  }
  const start = {
    ClientId: pool.clientId,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: email, CHALLENGE_NAME: 'SRP_A', SRP_A: 'abc' },
  }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(
    refused('NotAuthorized', 'Password attempts exceeded'),
  )
})

test.each([
  ['no public value', {}, refused('InvalidParameter', 'Missing required parameter SRP_A')],
  ['a public value that gives the key away', { SRP_A: '0' }, incorrect],
])('refuses to begin by SRP with %s', async (_, parameters, expected) => {
  const pool = await poolWith()
  const AuthParameters = { USERNAME: email, CHALLENGE_NAME: 'SRP_A', ...parameters }
  const start = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(expected)
})

test('refuses a user who may not sign in, and a client that does not allow the flow', async () => {
  const pool = await poolWith()
  await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: email })
  const start = { AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: email } }
  expect(await pool.refusal('InitiateAuth', { ...start, ClientId: pool.clientId })).toEqual(
    refused('NotAuthorized', 'User is disabled.'),
  )
  const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
  expect(await pool.refusal('InitiateAuth', { ...start, ClientId })).toEqual(
    refused('InvalidParameter', 'CUSTOM_AUTH is not enabled for the client.'),
  )
})

test('is there for administrators too', async () => {
  const pool = await poolWith()
  const who = { UserPoolId: pool.userPoolId, ClientId: pool.clientId }
  const asked = await pool.call('AdminInitiateAuth', {
    ...who,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: email },
  })
  const done = await pool.call('AdminRespondToAuthChallenge', { ...answer(pool, asked), ...who })
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
})

test('a remembered device that is named is asked for its proof before the tokens', async () => {
  const pool = await poolWith(word, remembering)
  const device = await confirmedDevice(pool, email)
  const asked = await pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: email, DEVICE_KEY: device.key },
  })
  const right = answer(pool, asked, { DEVICE_KEY: device.key })
  const then = await pool.call('RespondToAuthChallenge', right)
  expect(then).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
  const question = await pool.call('RespondToAuthChallenge', deviceSrp(pool, then, device))
  const done = await pool.call('RespondToAuthChallenge', deviceProof(pool, question, device))
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
})

test('a device that is not known is refused, and the answer is good without it', async () => {
  const pool = await poolWith(word, remembering)
  const unknown = refused('ResourceNotFound', 'Device does not exist.')
  const start = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH' as const }
  const AuthParameters = { USERNAME: email, DEVICE_KEY: 'region_0' }
  expect(await pool.refusal('InitiateAuth', { ...start, AuthParameters })).toEqual(unknown)
  const asked = await pool.call('InitiateAuth', { ...start, AuthParameters: { USERNAME: email } })
  const naming = answer(pool, asked, { DEVICE_KEY: 'region_0' })
  expect(await pool.refusal('RespondToAuthChallenge', naming)).toEqual(unknown)
  expect(await pool.call('RespondToAuthChallenge', answer(pool, asked))).toHaveProperty(
    'AuthenticationResult.NewDeviceMetadata',
  )
})
