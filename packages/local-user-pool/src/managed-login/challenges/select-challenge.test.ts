import { describe, expect, test } from 'vitest'
import { personAt } from '../../test-managed-login.ts'
import { oauthPool } from '../../test-oauth.ts'
import { testPassword } from '../../test-pool.ts'

const username = 'hanako@example.com'

const choicePool = (client = {}) =>
  oauthPool(
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH'], ...client },
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  )

const offered = (page: string) => [...page.matchAll(/name="answer" value="(\w+)"/g)].map(([, name]) => name)

test('where the client allows a choice, the page asks who it is, and then how', async () => {
  const pool = await choicePool({ GenerateSecret: true })
  const login = await personAt(pool)
  expect(login.page).not.toContain('type="password"')
  const choosing = await login.send({ username })
  expect(choosing.title).toBe('Choose how to sign in')
  expect(offered(choosing.page)).toEqual(['PASSWORD', 'EMAIL_OTP'])
  const asked = await choosing.send({ answer: 'PASSWORD' })
  expect((await asked.send({ password: testPassword })).code).toBeDefined()
})

test('where the client does not, it asks for the password at once', async () => {
  const pool = await choicePool({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
  const login = await personAt(pool)
  expect(login.page).toContain('type="password"')
  expect((await login.send({ username, password: testPassword })).code).toBeDefined()
})

test('a choice of one is none', async () => {
  const pool = await choicePool()
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: username,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  })
  expect((await (await personAt(pool)).send({ username })).title).toBe('Enter your password')
})

describe('a first factor that was chosen', () => {
  test('may be given up for another, also after a wrong answer', async () => {
    const pool = await choicePool()
    const choosing = await (await personAt(pool)).send({ username })
    const asked = await choosing.send({ answer: 'PASSWORD' })
    const wrong = await asked.send({ password: 'wrong' })
    expect(wrong.title).toBe('Error: Enter your password')
    const again = await wrong.send({ action: 'choose' })
    expect(offered(again.page)).toEqual(['PASSWORD', 'EMAIL_OTP'])
    const byMail = await again.send({ answer: 'EMAIL_OTP' })
    expect((await byMail.send({ code: await pool.sent(username) })).code).toBeDefined()
  })

  test('is sent once more where it is a code that did not arrive', async () => {
    const pool = await choicePool()
    const byMail = await (await (await personAt(pool)).send({ username })).send({ answer: 'EMAIL_OTP' })
    const resent = await byMail.send({ action: 'resend' })
    expect(resent.page).toContain('We sent a new code.')
    expect((await resent.send({ code: await pool.sent(username) })).code).toBeDefined()
  })
})

test('nobody learns here who has an account', async () => {
  const pool = await choicePool()
  const login = await personAt(pool)
  const [known, unknown] = [
    await login.send({ username }),
    await login.send({ username: 'nobody@example.com' }),
  ]
  expect([unknown.title, offered(unknown.page)]).toEqual([known.title, offered(known.page)])
  const asked = await unknown.send({ answer: 'EMAIL_OTP' })
  expect(asked.page).toContain('We sent a verification code to n***@e***.')
  expect((await asked.send({ code: '00000000' })).problem).toMatch(/^The code is not right\./)
})
