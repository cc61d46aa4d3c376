import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../../test-pool.ts'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await clear()
})

const ask = (query = '', method = 'GET') =>
  pool.fetch(new Request(`http://localhost:9339/_local/requests${query}`, { method }))
const clear = () => ask('', 'DELETE')

interface Seen {
  readonly id: number
  readonly operation: string
  readonly outcome: string
  readonly detail: string
}

const items = async (query?: string) => ((await (await ask(query)).json()) as { items: Seen[] }).items

const email = 'hanako@example.com'

test('shows each request and what became of it, the latest first', async () => {
  await pool.confirmedUser(email)
  await pool.signIn(email, testPassword)
  expect((await items()).slice(0, 2)).toMatchObject([
    {
      operation: 'RespondToAuthChallenge',
      about: { client: pool.clientId, challenge: 'PASSWORD_VERIFIER' },
      outcome: 'ok',
      detail: 'tokens issued',
    },
    {
      operation: 'InitiateAuth',
      at: pool.now(),
      about: { user: email, client: pool.clientId, flow: 'USER_SRP_AUTH' },
      outcome: 'ok',
      detail: 'asks for PASSWORD_VERIFIER',
    },
  ])
})

test('says why, where the answer does not', async () => {
  await pool.confirmedUser(email)
  const wrong = refused('NotAuthorized', 'Incorrect username or password.')
  expect(await pool.signInRefusal(email, 'Wrong-2026')).toEqual(wrong)
  expect(await pool.signInRefusal('nobody@example.com', testPassword)).toEqual(wrong)
  await pool.refusal('GetUser', { AccessToken: (await pool.tokens(email)).IdToken })
  expect((await items()).flatMap(({ outcome, detail }) => (outcome === 'ok' ? [] : [detail]))).toEqual([
    'it is no access token',
    'nobody has this name',
    'the proof does not match: the password is wrong, or the proof was made otherwise',
  ])
})

test('waits for the next one', async () => {
  await pool.confirmedUser(email)
  const [latest] = await items()
  const waiting = items(`?after=${latest?.id}&wait=60`)
  await pool.attempt('GetUser', { AccessToken: 'a.b.c' })
  expect(await waiting).toMatchObject([{ operation: 'GetUser', outcome: 'NotAuthorizedException' }])
})

test('says which fault answered', async () => {
  const set = (body: string) =>
    pool.fetch(new Request('http://localhost:9339/_local/faults', { method: 'PUT', body }))
  await set('[{ "kind": "status", "status": 503 }]')
  await pool.fetch(
    new Request('http://localhost:9339/', { method: 'POST', headers: { 'x-amz-target': 'none' } }),
  )
  expect(await items()).toMatchObject([{ outcome: 'fault', detail: 'status 503, before the operation' }])
})

test('holds no password, token, code or session, whatever the answer is', async () => {
  await pool.confirmedUser(email)
  const tokens = await pool.tokens(email)
  await pool.refusal('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Wrong-2026' },
  })
  await pool.refusal('ConfirmSignUp', {
    ClientId: pool.clientId,
    Username: email,
    ConfirmationCode: '12 34 56',
  })
  await pool.call('GetUser', { AccessToken: tokens.AccessToken })
  const text = await (await ask()).text()
  expect(text).toContain('confirmationCode: Member must satisfy regular expression pattern')
  for (const secret of [testPassword, 'Wrong-2026', '12 34 56', ...Object.values(tokens)]) {
    expect(text).not.toContain(secret)
  }
})

test('keeps the latest two hundred', async () => {
  for (let count = 0; count < 201; count += 1) await pool.attempt('GetUser', { AccessToken: 'a.b.c' })
  const seen = await items()
  expect(seen).toHaveLength(200)
  expect((seen[0]?.id ?? 0) - (seen.at(-1)?.id ?? 0)).toBe(199)
})
