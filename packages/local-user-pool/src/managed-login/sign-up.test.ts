import { describe, expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'
import { testPassword } from '../test-pool.ts'

const newcomer = { username: 'new@example.com', password: testPassword }

const required = (...names: string[]) => ({
  Schema: names.map((Name) => ({
    Name,
    AttributeDataType: 'String' as const,
    Required: true,
    Mutable: true,
  })),
})

test('whoever signs up confirms the code and is signed in, without typing anything twice', async () => {
  const pool = await oauthPool({ GenerateSecret: true })
  const confirming = await (await personAt(pool, '/signup')).send(newcomer)
  expect(confirming).toMatchObject({ status: 200, title: 'Enter your confirmation code' })
  expect(confirming.page).toContain('We sent a confirmation code to n***@e***.')
  const code = await pool.sent('new@example.com')
  expect((await confirming.send({ code })).code).toBeDefined()
  expect(await pool.user('new@example.com')).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email_verified: 'true' },
  })
})

test('whoever looks for the code for more than an hour signs in by their password, with the address filled in', async () => {
  const pool = await oauthPool()
  const confirming = await (await personAt(pool, '/signup')).send(newcomer)
  pool.wait({ minutes: 61 })
  const person = await confirming.send({ code: await pool.sent('new@example.com') })
  expect(person).toMatchObject({ status: 200, title: 'Sign in', code: undefined })
  expect(person.page).toContain('Your account is confirmed. Now sign in.')
  expect((await person.send(newcomer)).code).toBeDefined()
})

test('the second factor that a pool requires is asked for after the confirmation', async () => {
  const pool = await oauthPool()
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const confirming = await (await personAt(pool, '/signup')).send(newcomer)
  const person = await confirming.send({ code: await pool.sent('new@example.com') })
  expect(person).toMatchObject({ title: 'Set up your authenticator app', code: undefined })
})

test('the page asks for what the pool requires, and keeps what was typed but for the password', async () => {
  const pool = await oauthPool({}, required('email', 'name', 'phone_number'))
  const person = await personAt(pool, '/signup')
  const names = [...person.page.matchAll(/<input id="[^"]+" name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual(['username', 'userAttributes.name', 'userAttributes.phone_number', 'password'])
  const typed = {
    'userAttributes.name': '山田　花子',
    'userAttributes.phone_number': '＋８１ ９０-1234-5678',
  }
  const again = await person.send({ ...newcomer, ...typed, password: 'short' })
  expect(again.problem).toBe('This password cannot be used. It must meet all the requirements.')
  expect(again.page).toContain('value="山田　花子"')
  expect(again.page).not.toContain('short')
  expect((await again.send({ ...newcomer, ...typed })).title).toBe('Enter your confirmation code')
  const { attributes } = await pool.user('new@example.com')
  expect(attributes).toMatchObject({ name: '山田　花子', phone_number: '+819012345678' })
})

test('the rules for passwords are said before anything is typed', async () => {
  const PasswordPolicy = { MinimumLength: 10, RequireNumbers: true }
  const pool = await oauthPool({}, { Policies: { PasswordPolicy } })
  const { page } = await personAt(pool, '/signup')
  expect(page).toMatch(/aria-describedby="password-hint"/)
  const [, rules = ''] = /id="password-hint">(.*?)<\/div>/s.exec(page) ?? []
  expect([...rules.matchAll(/<li>(.*?)<\/li>/g)].map(([, rule]) => rule)).toEqual([
    '10 characters or more',
    'a number (0–9)',
  ])
})

test('a pool where people have usernames asks for one, and for the address that it verifies', async () => {
  const pool = await oauthPool({}, { UsernameAttributes: [] })
  const person = await (await personAt(pool, '/signup')).send({
    username: 'taro',
    'userAttributes.email': 'taro＠example.com',
    password: testPassword,
  })
  expect((await person.send({ code: await pool.sent('taro@example.com') })).code).toBeDefined()
})

test('where codes will do, a password may be left out', async () => {
  const pool = await oauthPool(
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  )
  const person = await (await personAt(pool, '/signup')).send({ username: 'new@example.com', password: '' })
  expect((await person.send({ code: await pool.sent('new@example.com') })).code).toBeDefined()
})

describe('PreSignUp', () => {
  test('may confirm whoever signs up, who is signed in at once', async () => {
    const PreSignUp = (event: { response: object }) => ({
      ...event,
      response: { autoConfirmUser: true, autoVerifyEmail: true },
    })
    const pool = await oauthPool({}, {}, { triggers: { PreSignUp } } as never)
    expect((await (await personAt(pool, '/signup')).send(newcomer)).code).toBeDefined()
  })

  test('may refuse, and its reason is shown', async () => {
    const PreSignUp = (event: { triggerSource: string }) => {
      if (event.triggerSource === 'PreSignUp_SignUp') throw new Error('Only for members')
      return event
    }
    const pool = await oauthPool({}, {}, { triggers: { PreSignUp }, onTriggerError: () => {} } as never)
    const person = await (await personAt(pool, '/signup')).send(newcomer)
    expect(person.problem).toContain('(Reason: Only for members)')
  })
})

test('an address that is taken is said to be', async () => {
  const pool = await oauthPool()
  const person = await (await personAt(pool, '/signup')).send({
    username: 'hanako@example.com',
    password: testPassword,
  })
  expect(person.problem).toBe('There is already such an account. Sign in, or reset your password.')
  expect(person.page).toMatch(/<input id="username"[^>]* aria-invalid="true"[^>]* autofocus>/)
})

test('where there is nothing to send a code to, the page says who has to confirm', async () => {
  const pool = await oauthPool({}, { AutoVerifiedAttributes: [] })
  const person = await (await personAt(pool, '/signup')).send(newcomer)
  expect(person).toMatchObject({ status: 200, title: 'Your account is created' })
})
