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

test('goes on with what AdminInitiateAuth began', async () => {
  await pool.call('AdminSetUserPassword', {
    UserPoolId: ids.UserPoolId,
    Username: USERNAME,
    Password: PASSWORD,
  })
  const { Session, ChallengeName } = await pool.call('AdminInitiateAuth', {
    ...ids,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
  })
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const answer = await pool.call('AdminRespondToAuthChallenge', {
    ...ids,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: Session ?? '',
    ChallengeResponses: { USERNAME, NEW_PASSWORD: 'Another-2026' },
  })
  expect(answer).toHaveProperty('AuthenticationResult.AccessToken')
})

test('refuses a client of another pool', async () => {
  const { UserPool } = await pool.call('CreateUserPool', { PoolName: 'other' })
  const input = {
    ...ids,
    UserPoolId: UserPool?.Id,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeResponses: { USERNAME },
  }
  expect(await pool.refusal('AdminRespondToAuthChallenge', input)).toEqual(
    refused('ResourceNotFound', `User pool client ${ids.ClientId} does not exist.`),
  )
})

test('misses the name of the user', async () => {
  const input = { ...ids, ChallengeName: 'NEW_PASSWORD_REQUIRED' }
  expect(await pool.refusal('AdminRespondToAuthChallenge', input)).toEqual(
    refused('InvalidParameter', 'Missing required parameter USERNAME'),
  )
})
