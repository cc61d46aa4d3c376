import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(USERNAME)
})

const answer = (input: object) =>
  pool.refusal('RespondToAuthChallenge', {
    ClientId: pool.clientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ...input,
  })

test('goes on to the tokens', async () => {
  expect(await pool.signIn(USERNAME, 'Genkan-2026')).toMatchObject({
    AuthenticationResult: { TokenType: 'Bearer' },
    ChallengeParameters: {},
  })
})

test.each([
  ['no responses', {}, 'USERNAME'],
  ['no name', { ChallengeResponses: { TIMESTAMP: 'x' } }, 'USERNAME'],
  ['no block', { ChallengeResponses: { USERNAME } }, 'PASSWORD_CLAIM_SECRET_BLOCK'],
])('an answer with %s misses a parameter', async (_, input, missing) => {
  expect(await answer(input)).toEqual(refused('InvalidParameter', `Missing required parameter ${missing}`))
})

test('says that a challenge is not supported', async () => {
  expect(await answer({ ChallengeName: 'ADMIN_NO_SRP_AUTH', ChallengeResponses: { USERNAME } })).toEqual(
    refused('InvalidParameter', 'Challenge ADMIN_NO_SRP_AUTH is not supported.'),
  )
})

test('says that a client does not exist', async () => {
  expect(await answer({ ClientId: 'unknown', ChallengeResponses: { USERNAME } })).toEqual(
    refused('ResourceNotFound', 'User pool client unknown does not exist.'),
  )
})

test('a client with a secret must prove that it knows it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const { ClientId } = client
  expect(await answer({ ClientId, ChallengeResponses: { USERNAME } })).toEqual(
    refused('NotAuthorized', `Client ${ClientId} is configured with secret but SECRET_HASH was not received`),
  )
  const SECRET_HASH = client.secretHash('other')
  expect(await answer({ ClientId, ChallengeResponses: { USERNAME, SECRET_HASH } })).toEqual(
    refused('NotAuthorized', `Unable to verify secret hash for client ${ClientId}`),
  )
})
