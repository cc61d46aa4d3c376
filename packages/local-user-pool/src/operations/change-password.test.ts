import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const ProposedPassword = 'Another-2026'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

let pool: TestPool
let AccessToken: string
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
})

test('replaces the password, and keeps the session', async () => {
  const change = { AccessToken, PreviousPassword: testPassword, ProposedPassword }
  expect(await pool.call('ChangePassword', change)).toEqual({})
  expect(await pool.tokens(email, ProposedPassword)).toHaveProperty('AccessToken')
  expect(await pool.signInRefusal(email, testPassword)).toEqual(incorrect)
  expect(await pool.call('GetUser', { AccessToken })).toHaveProperty('Username')
})

test('refuses a wrong previous password, and still counts the attempt', async () => {
  const wrong = { AccessToken, PreviousPassword: 'Wrong-2026', ProposedPassword }
  for (let count = 0; count < 5; count += 1)
    expect(await pool.refusal('ChangePassword', wrong)).toEqual(incorrect)
  const right = { ...wrong, PreviousPassword: testPassword }
  expect(await pool.refusal('ChangePassword', right)).toEqual(
    refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
  )
  expect(await pool.tokens(email, testPassword)).toHaveProperty('AccessToken')
  pool.wait({ hours: 1 })
  const { AccessToken: later } = await pool.tokens(email, testPassword)
  expect(await pool.call('ChangePassword', { ...right, AccessToken: later })).toEqual({})
})

test('refuses a missing previous password', async () => {
  expect(await pool.refusal('ChangePassword', { AccessToken, ProposedPassword })).toEqual(incorrect)
})

test('refuses a password that breaks the policy, and keeps the old one', async () => {
  const change = { AccessToken, PreviousPassword: testPassword, ProposedPassword: 'short' }
  expect(await pool.refusal('ChangePassword', change)).toEqual(
    refused('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
  )
  expect(await pool.tokens(email, testPassword)).toHaveProperty('AccessToken')
})

test('of two changes at once, one wins and the other’s previous password is wrong', async () => {
  const change = (password: string) =>
    pool.attempt('ChangePassword', {
      AccessToken,
      PreviousPassword: testPassword,
      ProposedPassword: password,
    })
  const answers = await Promise.all([change('First-2026'), change('Second-2026')])
  expect(answers.sort()).toEqual([`${incorrect.name}: ${incorrect.message}`, 'ok'])
})

describe('where the pool remembers passwords', () => {
  const used = refused('PasswordHistoryPolicyViolation', 'Password has previously been used.')
  const passwords = ['First-2026', 'Second-2026', 'Third-2026'] as const

  /** Goes through passwords, one after the other; answers the change to another. */
  async function after(PasswordHistorySize: number) {
    const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize } }
    pool = await testPool({ Policies })
    await pool.confirmedUser(email, passwords[0])
    const token = (await pool.tokens(email, passwords[0])).AccessToken
    for (const [index, next] of passwords.slice(1).entries()) {
      await pool.call('ChangePassword', {
        AccessToken: token,
        PreviousPassword: passwords[index] ?? '',
        ProposedPassword: next,
      })
    }
    return (proposed: string) => ({
      AccessToken: token,
      PreviousPassword: passwords[2],
      ProposedPassword: proposed,
    })
  }

  test('takes none of the latest ones, that in use included', async () => {
    const change = await after(2)
    for (const proposed of [passwords[2], passwords[1]])
      expect(await pool.refusal('ChangePassword', change(proposed))).toEqual(used)
    await pool.call('ChangePassword', change(passwords[0]))
    expect(await pool.tokens(email, passwords[0])).toHaveProperty('AccessToken')
  })

  test('takes any where it is to remember none', async () => {
    const change = await after(0)
    await pool.call('ChangePassword', change(passwords[2]))
  })
})
