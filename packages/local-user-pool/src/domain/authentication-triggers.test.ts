import { beforeEach, expect, test } from 'vitest'
import { remembering } from '../test-device.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerEvent, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'

let heard: TriggerEvent<'PreAuthentication' | 'PostAuthentication'>[]
const noting = <Event extends TriggerEvent<'PreAuthentication' | 'PostAuthentication'>>(event: Event) => {
  heard.push(structuredClone(event))
  return event
}
const triggers: Triggers = { PreAuthentication: noting, PostAuthentication: noting }

const poolWith = async (userPool: object = {}, client: object = {}, others: Triggers = {}) => {
  heard = []
  const pool = await testPool(userPool, client, { triggers: { ...triggers, ...others } })
  await pool.confirmedUser(email)
  return pool
}
beforeEach(() => {
  heard = []
})

const byPassword = ({ clientId: ClientId }: TestPool, USERNAME = email, PASSWORD = testPassword) => ({
  ClientId,
  AuthFlow: 'USER_PASSWORD_AUTH' as const,
  AuthParameters: { USERNAME, PASSWORD },
  ClientMetadata: { from: 'tests' },
})
const sources = () => heard.map(({ triggerSource }) => triggerSource)
const both = ['PreAuthentication_Authentication', 'PostAuthentication_Authentication']

test('are told of a sign-in: one before anything is proved, the other when everything is', async () => {
  const pool = await poolWith()
  await pool.call('InitiateAuth', byPassword(pool))
  const userAttributes = { email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' }
  expect(heard).toMatchObject([
    {
      triggerSource: 'PreAuthentication_Authentication',
      request: { userAttributes, userNotFound: false, validationData: { from: 'tests' } },
      response: {},
    },
    {
      triggerSource: 'PostAuthentication_Authentication',
      request: { userAttributes, newDeviceUsed: false },
      response: {},
    },
  ])
  for (const { request } of heard) expect(request).not.toHaveProperty('clientMetadata')
})

test('are told once each in a sign-in by SRP, with the ClientMetadata of its answer', async () => {
  const pool = await poolWith()
  const answer = await pool.proof(email, testPassword)
  expect(sources()).toEqual(['PreAuthentication_Authentication'])
  await pool.call('RespondToAuthChallenge', { ...answer, ClientMetadata: { from: 'answer' } })
  expect(sources()).toEqual(both)
  expect(heard[1]?.request).toMatchObject({ clientMetadata: { from: 'answer' } })
})

test('PreAuthentication refuses the right password as the wrong one', async () => {
  const PreAuthentication = () => {
    throw new Error('Come back tomorrow')
  }
  const pool = await poolWith({}, {}, { PreAuthentication })
  const tomorrow = refused('UserLambdaValidation', 'PreAuthentication failed with error Come back tomorrow.')
  expect(await pool.refusal('InitiateAuth', byPassword(pool))).toEqual(tomorrow)
  expect(await pool.refusal('InitiateAuth', byPassword(pool, email, 'Wrong-2026'))).toEqual(tomorrow)
})

test('PostAuthentication is not told of a wrong password, and what it throws leaves no tokens', async () => {
  const PostAuthentication: Triggers['PostAuthentication'] = (event) => {
    noting(event)
    throw new Error('not here')
  }
  const pool = await poolWith({}, {}, { PostAuthentication })
  await pool.refusal('InitiateAuth', byPassword(pool, email, 'Wrong-2026'))
  expect(sources()).toEqual(['PreAuthentication_Authentication'])
  expect(await pool.refusal('InitiateAuth', byPassword(pool))).toEqual(
    refused('UserLambdaValidation', 'PostAuthentication failed with error not here.'),
  )
})

test.each([
  ['ENABLED', [true]],
  ['LEGACY', []],
] as const)(
  'nobody is made known to PreAuthentication where existence errors are %s',
  async (how, expected) => {
    const pool = await poolWith({}, { PreventUserExistenceErrors: how })
    await pool.attempt('InitiateAuth', byPassword(pool, 'nobody@example.com'))
    expect(heard.map(({ request }) => 'userNotFound' in request && request.userNotFound)).toEqual(expected)
  },
)

test('a refresh is no sign-in', async () => {
  const pool = await poolWith()
  const { RefreshToken } = await pool.tokens(email)
  heard = []
  const AuthParameters = { REFRESH_TOKEN: RefreshToken }
  await pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters,
  })
  await pool.call('GetTokensFromRefreshToken', { ClientId: pool.clientId, RefreshToken })
  expect(heard).toEqual([])
})

test('PostAuthentication is told of a new device where the pool remembers them', async () => {
  const pool = await poolWith(remembering)
  await pool.call('InitiateAuth', byPassword(pool))
  expect(heard.at(-1)?.request).toMatchObject({ newDeviceUsed: true })
})

test('who signs in with the Session of the sign-up is asked about as well', async () => {
  const pool = await poolWith({}, { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  const Username = 'taro@example.com'
  const who = { ClientId: pool.clientId, Username }
  await pool.call('SignUp', { ...who, Password: testPassword })
  const code = { ...who, ConfirmationCode: await pool.sent(Username) }
  const { Session } = await pool.call('ConfirmSignUp', code)
  const start = { AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: Username } } as const
  await pool.call('InitiateAuth', { ...start, ClientId: pool.clientId, Session })
  expect(sources()).toEqual(both)
})
