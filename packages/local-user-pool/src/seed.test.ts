import { expect, onTestFinished, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from './pool.ts'
import { exampleSeed, type Seed } from './seed.ts'
import { sharedKeys } from './test-keys.ts'
import { srpClient } from './test-srp-client.ts'

function begun(seed: Seed): LocalUserPool {
  const pool = createLocalUserPool({ seed, newSigningKey: sharedKeys() })
  onTestFinished(() => pool.close())
  return pool
}

async function call(pool: LocalUserPool, operation: string, input: object): Promise<Record<string, unknown>> {
  const headers = {
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    authorization: 'AWS4-HMAC-SHA256',
  }
  const body = JSON.stringify(input)
  const response = await pool.fetch(new Request('http://localhost:9339/', { method: 'POST', headers, body }))
  return (await response.json()) as Record<string, unknown>
}

const namesIn = async (pool: LocalUserPool, { userPoolId }: Seed) => {
  const { Users = [] } = await call(pool, 'ListUsers', { UserPoolId: userPoolId })
  return (Users as { Username: string }[]).map(({ Username }) => Username).sort()
}

const reset = (pool: LocalUserPool) =>
  pool.fetch(new Request('http://localhost:9339/_local/reset', { method: 'POST' }))

test('the users of a seed have the same sub in every pool that begins with it, and after a reset', async () => {
  const pool = begun(exampleSeed)
  const names = await namesIn(pool, exampleSeed)
  expect(new Set(names).size).toBe(exampleSeed.users.length)
  for (const name of names)
    expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await namesIn(begun(exampleSeed), exampleSeed)).toEqual(names)
  await reset(pool)
  expect(await namesIn(pool, exampleSeed)).toEqual(names)
})

test('in a user pool with another id they have others', async () => {
  const another = { ...exampleSeed, userPoolId: 'ap-northeast-1_Another' }
  const names = new Set(await namesIn(begun(exampleSeed), exampleSeed))
  expect((await namesIn(begun(another), another)).filter((name) => names.has(name))).toEqual([])
})

test('each has the password that its own seed says, whatever another pool of the process began with', async () => {
  const [hanako, ...others] = exampleSeed.users
  if (!hanako) throw new Error('The example has no users.')
  for (const password of [hanako.password, 'Another-2026', hanako.password]) {
    const pool = begun({ ...exampleSeed, users: [{ ...hanako, password }, ...others] })
    for (const tried of [hanako.password, 'Another-2026']) {
      const client = srpClient(exampleSeed.userPoolId, tried)
      const ClientId = exampleSeed.clientId
      const { ChallengeParameters, Session } = await call(pool, 'InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: hanako.email, SRP_A: client.A },
      })
      const question = ChallengeParameters as Record<string, string>
      const answer = await call(pool, 'RespondToAuthChallenge', {
        ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        Session,
        ChallengeResponses: { USERNAME: question.USERNAME, ...client.answer(question) },
      })
      expect(answer.AuthenticationResult !== undefined).toBe(tried === password)
    }
  }
})

test('refuses somebody who stands in it twice', () => {
  const users = [...exampleSeed.users, ...exampleSeed.users.slice(0, 1)]
  expect(() => begun({ ...exampleSeed, users })).toThrow(
    'users[5] (hanako@example.com) is refused: An account with the email already exists.',
  )
})
