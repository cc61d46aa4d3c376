import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')
const locked = refused('NotAuthorized', 'Password attempts exceeded')

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(USERNAME)
})

const input = (username = USERNAME, password = PASSWORD, ClientId = pool.clientId) => ({
  ClientId,
  AuthFlow: 'USER_PASSWORD_AUTH' as const,
  AuthParameters: { USERNAME: username, PASSWORD: password },
})

describe('is on where the client allows it', () => {
  test.each(['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'] as const)('by %s', async (flow) => {
    const { ClientId } = await pool.client({ ExplicitAuthFlows: [flow] })
    expect(await pool.call('InitiateAuth', input(USERNAME, PASSWORD, ClientId))).toHaveProperty(
      'AuthenticationResult.IdToken',
    )
  })

  test.each([
    ['by default', []],
    ['by SRP alone', ['ALLOW_USER_SRP_AUTH']],
    ['by the older form for administrators', ['ADMIN_NO_SRP_AUTH']],
  ] as const)('and not %s', async (_, flows) => {
    const { ClientId } = await pool.client({ ExplicitAuthFlows: [...flows] })
    expect(await pool.refusal('InitiateAuth', input(USERNAME, PASSWORD, ClientId))).toEqual(
      refused('InvalidParameter', 'USER_PASSWORD_AUTH flow not enabled for this client'),
    )
  })

  test('nor for administrators, who need their own', async () => {
    const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
    const start = { ...input(USERNAME, PASSWORD, ClientId), UserPoolId: pool.userPoolId }
    expect(
      await pool.refusal('AdminInitiateAuth', { ...start, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }),
    ).toEqual(refused('InvalidParameter', 'Auth flow not enabled for this client'))
  })
})

test('signs in under any letter case of the address, and under the UUID', async () => {
  const { username } = await pool.user(USERNAME)
  for (const name of [USERNAME, 'Hanako@EXAMPLE.com', username]) {
    expect(await pool.call('InitiateAuth', input(name))).toHaveProperty('AuthenticationResult.AccessToken')
  }
})

test.each([
  ['a wrong password', USERNAME, 'Wrong-2026'],
  ['a password in another letter case', USERNAME, PASSWORD.toUpperCase()],
  ['a password that is far too long', USERNAME, 'x'.repeat(5000)],
  ['a name that is far too long', 'x'.repeat(5000), PASSWORD],
  ['nobody', 'nobody@example.com', PASSWORD],
])('refuses %s, and gives no token', async (_, username, password) => {
  expect(await pool.refusal('InitiateAuth', input(username, password))).toEqual(incorrect)
})

test('names nobody where the client does not hide who exists', async () => {
  const { ClientId } = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
  expect(await pool.refusal('InitiateAuth', input('nobody@example.com', PASSWORD, ClientId))).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
  expect(await pool.refusal('InitiateAuth', input(USERNAME, 'Wrong-2026', ClientId))).toEqual(incorrect)
})

describe('whatever the password is, refuses a user who', () => {
  const both = async () => [
    await pool.refusal('InitiateAuth', input()),
    await pool.refusal('InitiateAuth', input(USERNAME, 'Wrong-2026')),
  ]
  const user = () => ({ UserPoolId: pool.userPoolId, Username: USERNAME })

  test('must reset the password', async () => {
    await pool.call('AdminResetUserPassword', user())
    const refusal = refused('PasswordResetRequired', 'Password reset required for the user')
    expect(await both()).toEqual([refusal, refusal])
  })

  test('has not confirmed', async () => {
    await pool.call('AdminDeleteUser', user())
    await pool.call('SignUp', { ClientId: pool.clientId, Username: USERNAME, Password: PASSWORD })
    const refusal = refused('UserNotConfirmed', 'User is not confirmed.')
    expect(await both()).toEqual([refusal, refusal])
  })
})

test('tells whoever is disabled so by the right password alone', async () => {
  await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: USERNAME })
  expect(await pool.refusal('InitiateAuth', input(USERNAME, 'Wrong-2026'))).toEqual(incorrect)
  expect(await pool.refusal('InitiateAuth', input())).toEqual(refused('NotAuthorized', 'User is disabled.'))
})

describe('a temporary password', () => {
  const setTemporary = () =>
    pool.call('AdminSetUserPassword', { UserPoolId: pool.userPoolId, Username: USERNAME, Password: PASSWORD })

  test('asks for one of the user’s own', async () => {
    await setTemporary()
    expect(await pool.call('InitiateAuth', input())).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  })

  test('ends after seven days', async () => {
    await setTemporary()
    pool.wait({ days: 7 })
    expect(await pool.refusal('InitiateAuth', input())).toEqual(
      refused('NotAuthorized', 'Temporary password has expired and must be reset by an administrator.'),
    )
    expect(await pool.refusal('InitiateAuth', input(USERNAME, 'Wrong-2026'))).toEqual(incorrect)
  })

  test('ends when the pool says so', async () => {
    pool = await testPool({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 1 } } })
    await pool.confirmedUser(USERNAME)
    await setTemporary()
    pool.wait({ hours: 23 })
    await pool.call('InitiateAuth', input())
    pool.wait({ hours: 1 })
    expect(await pool.refusal('InitiateAuth', input())).toMatchObject({
      message: 'Temporary password has expired and must be reset by an administrator.',
    })
  })
})

describe('five wrong passwords lock the user out', () => {
  const fail = async (names: readonly string[]) => {
    for (const name of names)
      expect(await pool.refusal('InitiateAuth', input(name, 'Wrong-2026'))).toEqual(incorrect)
  }

  test('for a second, then for two; the right password starts over', async () => {
    await fail(Array.from({ length: 5 }, () => USERNAME))
    expect(await pool.refusal('InitiateAuth', input())).toEqual(locked)
    pool.wait({ seconds: 1 })
    await fail([USERNAME])
    pool.wait({ seconds: 1 })
    expect(await pool.refusal('InitiateAuth', input())).toEqual(locked)
    pool.wait({ seconds: 1 })
    await pool.call('InitiateAuth', input())
    await fail(Array.from({ length: 4 }, () => USERNAME))
    await pool.call('InitiateAuth', input())
  })

  test('under whatever name they are given', async () => {
    const { username } = await pool.user(USERNAME)
    await fail([USERNAME, username, 'HANAKO@example.com', username, USERNAME])
    expect(await pool.refusal('InitiateAuth', input('Hanako@Example.Com'))).toEqual(locked)
  })

  test('also when they come all at once', async () => {
    const wrong = input(USERNAME, 'Wrong-2026')
    const answers = await Promise.all(Array.from({ length: 12 }, () => pool.attempt('InitiateAuth', wrong)))
    expect(answers.filter((answer) => answer === `${incorrect.name}: ${incorrect.message}`)).toHaveLength(5)
    expect(answers.filter((answer) => answer === `${locked.name}: ${locked.message}`)).toHaveLength(7)
  })

  test('and the right one that came with them learns nothing once the lock has begun', async () => {
    const inputs = [...Array.from({ length: 11 }, () => input(USERNAME, 'Wrong-2026')), input(USERNAME)]
    const answers = await Promise.all(inputs.map((each) => pool.attempt('InitiateAuth', each)))
    expect(answers.at(-1)).toBe(`${locked.name}: ${locked.message}`)
  })

  test('and somebody who does not exist just the same', async () => {
    await fail(Array.from({ length: 5 }, () => 'nobody@example.com'))
    expect(await pool.refusal('InitiateAuth', input('NOBODY@example.com'))).toEqual(locked)
  })

  test('and nobody else', async () => {
    await pool.confirmedUser('taro@example.com')
    await fail(Array.from({ length: 5 }, () => USERNAME))
    await pool.call('InitiateAuth', input('taro@example.com'))
  })
})
