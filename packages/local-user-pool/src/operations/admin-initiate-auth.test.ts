import { beforeEach, expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'

let pool: TestPool
let ids: { UserPoolId: string; ClientId: string }
beforeEach(async () => {
  pool = await testPool()
  ids = { UserPoolId: pool.userPoolId, ClientId: pool.clientId }
  await pool.confirmedUser(USERNAME)
})

test('signs a user in by password', async () => {
  const AuthParameters = { USERNAME, PASSWORD }
  for (const AuthFlow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const) {
    const answer = await pool.call('AdminInitiateAuth', { ...ids, AuthFlow, AuthParameters })
    expect(answer).toMatchObject({ AuthenticationResult: { TokenType: 'Bearer' }, ChallengeParameters: {} })
  }
})

test('asks for a proof, and refreshes, as for people', async () => {
  const asked = await pool.call('AdminInitiateAuth', {
    ...ids,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME, SRP_A: 'abc123' },
  })
  expect(asked).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' })
  const { RefreshToken } = await pool.tokens(USERNAME)
  const AuthParameters = { REFRESH_TOKEN: RefreshToken }
  const answer = await pool.call('AdminInitiateAuth', {
    ...ids,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters,
  })
  expect(answer).toHaveProperty('AuthenticationResult.AccessToken')
})

test('never hides that nobody has the name', async () => {
  const AuthParameters = { USERNAME: 'nobody@example.com', PASSWORD }
  const start = { ...ids, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }
  expect(await pool.refusal('AdminInitiateAuth', start)).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})

test('refuses a wrong password, and counts it towards the lockout', async () => {
  const AuthParameters = { USERNAME, PASSWORD: 'Wrong-2026' }
  const start = { ...ids, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }
  for (let count = 0; count < 5; count += 1) {
    expect(await pool.refusal('AdminInitiateAuth', start)).toEqual(
      refused('NotAuthorized', 'Incorrect username or password.'),
    )
  }
  expect(await pool.refusal('AdminInitiateAuth', start)).toEqual(
    refused('NotAuthorized', 'Password attempts exceeded'),
  )
})

test('refuses the flow that is for people', async () => {
  const AuthParameters = { USERNAME, PASSWORD }
  const start = { ...ids, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  expect(await pool.refusal('AdminInitiateAuth', start)).toEqual(
    refused('InvalidParameter', 'Initiate Auth method not supported.'),
  )
})

test('refuses a client of another pool, and a pool that does not exist', async () => {
  const { UserPool } = await pool.call('CreateUserPool', { PoolName: 'other' })
  const start = { AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME } }
  const foreign = { ...ids, UserPoolId: UserPool?.Id }
  expect(await pool.refusal('AdminInitiateAuth', { ...foreign, ...start })).toEqual(
    refused('ResourceNotFound', `User pool client ${pool.clientId} does not exist.`),
  )
  const unknown = { ...ids, UserPoolId: 'ap-northeast-1_unknown' }
  expect(await pool.refusal('AdminInitiateAuth', { ...unknown, ...start })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_unknown does not exist.'),
  )
})
