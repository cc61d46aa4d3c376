import { beforeEach, describe, expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
})

const begin = (AuthFlow: string, AuthParameters = {}, ClientId = pool.clientId) =>
  pool.refusal('InitiateAuth', { ClientId, AuthFlow, AuthParameters })

test('says that a client does not exist', async () => {
  expect(await begin('USER_SRP_AUTH', { USERNAME }, 'unknown')).toEqual(
    refused('ResourceNotFound', 'User pool client unknown does not exist.'),
  )
})

test.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'])('does not begin with %s', async (flow) => {
  expect(await begin(flow, { USERNAME })).toEqual(
    refused('InvalidParameter', 'Initiate Auth method not supported.'),
  )
})

test.each([
  ['USER_SRP_AUTH', {}, 'USERNAME'],
  ['USER_SRP_AUTH', { USERNAME }, 'SRP_A'],
  ['USER_PASSWORD_AUTH', { PASSWORD }, 'USERNAME'],
  ['USER_PASSWORD_AUTH', { USERNAME }, 'PASSWORD'],
  ['USER_PASSWORD_AUTH', { USERNAME, PASSWORD: '' }, 'PASSWORD'],
  ['REFRESH_TOKEN_AUTH', {}, 'REFRESH_TOKEN'],
])('%s with %j misses %s', async (flow, parameters, missing) => {
  expect(await begin(flow, parameters)).toEqual(
    refused('InvalidParameter', `Missing required parameter ${missing}`),
  )
})

describe('a client with a secret', () => {
  test.each([
    ['USER_SRP_AUTH', { USERNAME, SRP_A: 'abc' }],
    ['USER_PASSWORD_AUTH', { USERNAME, PASSWORD }],
  ])('must prove that it knows it, in %s', async (flow, parameters) => {
    await pool.confirmedUser(USERNAME)
    const client = await pool.client({ GenerateSecret: true })
    expect(await begin(flow, parameters, client.ClientId)).toEqual(
      refused(
        'NotAuthorized',
        `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
      ),
    )
    for (const SECRET_HASH of [client.secretHash('other'), 'nonsense', PASSWORD]) {
      expect(await begin(flow, { ...parameters, SECRET_HASH }, client.ClientId)).toEqual(
        refused('NotAuthorized', `Unable to verify secret hash for client ${client.ClientId}`),
      )
    }
    await pool.call('InitiateAuth', {
      ClientId: client.ClientId,
      AuthFlow: flow as 'USER_SRP_AUTH',
      AuthParameters: { ...parameters, SECRET_HASH: client.secretHash(USERNAME) },
    })
  })
})

test.each([
  ['AdminDisableUser', refused('NotAuthorized', 'User is disabled.')],
  ['AdminDeleteUser', refused('UserNotFound', 'User does not exist.')],
] as const)('gives nothing after %s while the tokens are made', async (operation, refusal) => {
  const PreTokenGeneration: Triggers['PreTokenGeneration'] = async (event) => {
    await pool.call(operation, { UserPoolId: pool.userPoolId, Username: event.userName })
    return event
  }
  pool = await testPool({}, {}, { triggers: { PreTokenGeneration } })
  const { email: USERNAME } = await pool.confirmedUser()
  expect(
    await pool.refusal('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  ).toEqual(refusal)
})
