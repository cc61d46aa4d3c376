import { describe, expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'
import { type TestPool, testPassword } from '../test-pool.ts'

const email = 'new@example.com'

async function unconfirmed(client = {}) {
  const pool = await oauthPool(client)
  await pool.call('SignUp', { ClientId: pool.clientId, Username: email, Password: testPassword })
  return pool
}

test('whoever has a code from elsewhere says for whom, and types it as their keyboard is set', async () => {
  const pool = await unconfirmed()
  const code = [...(await pool.sent(email))].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const person = await (await personAt(pool, '/confirm')).send({
    username: email,
    code: `${code.slice(0, 3).join('')}　${code.slice(3).join('')}`,
  })
  expect(person).toMatchObject({ status: 200, title: 'Sign in' })
  expect(person.page).toContain('Your account is confirmed. Now sign in.')
})

test('where the client allows sign-in by choice, the code is the first factor, as at the API', async () => {
  const pool = await unconfirmed({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  const person = await personAt(pool, '/confirm')
  expect((await person.send({ username: email, code: await pool.sent(email) })).code).toBeDefined()
})

test('a wrong code may be corrected, and a new one sent; the old one is void then', async () => {
  const pool = await unconfirmed()
  const person = await personAt(pool, '/confirm')
  const wrong = await person.send({ username: email, code: '000000' })
  expect(wrong.problem).toBe('The code is not right. Check the newest code and enter it again.')
  expect(wrong.page).toMatch(/<input id="code"[^>]* aria-invalid="true"/)
  const old = await pool.sent(email)
  const resent = await wrong.send({ action: 'resend' })
  expect(resent.page).toContain('We sent a new code.')
  const code = await pool.sent(email)
  if (old !== code) expect((await resent.send({ code: old })).status).toBe(400)
  expect((await resent.send({ code })).title).toBe('Sign in')
})

test('sends no more than five codes an hour, as the API', async () => {
  const pool = await unconfirmed()
  const person = await (await personAt(pool, '/confirm')).send({ username: email, code: '000000' })
  for (let count = 0; count < 5; count += 1) await person.send({ action: 'resend' })
  expect((await person.send({ action: 'resend' })).problem).toMatch(/^Too many tries\./)
})

describe('where the client hides who exists, nobody learns here', () => {
  const shown = async (pool: TestPool, username: string, form: Record<string, string>) => {
    const asked = await (await personAt(pool, '/confirm')).send({ username, code: '00000' })
    const { status, page } = await asked.send(form)
    return { status, page: page.replaceAll(username, '').replace(/\w\*\*\*@e|_csrf" value="[^"]*/g, '') }
  }

  test.each([
    ['by a code', { code: '00000' }],
    ['by a new code', { action: 'resend' }],
  ])('who has an account, %s', async (_, form) => {
    const pool = await oauthPool()
    expect(await shown(pool, 'hanako@example.com', form)).toEqual(
      await shown(pool, 'nobody@example.com', form),
    )
  })

  test('but whoever has signed up in this browser, and confirmed in another, is led to the sign-in', async () => {
    const pool = await oauthPool()
    const person = await (await personAt(pool, '/signup')).send({ username: email, password: testPassword })
    const code = await pool.sent(email)
    await pool.call('ConfirmSignUp', { ClientId: pool.clientId, Username: email, ConfirmationCode: code })
    expect((await person.send({ code })).problem).toBe('This account is confirmed already. You can sign in.')
  })
})

test('whoever is confirmed already is led to the sign-in, where the client hides nobody', async () => {
  const pool = await oauthPool({ PreventUserExistenceErrors: 'LEGACY' })
  const person = await (await personAt(pool, '/confirm')).send({
    username: 'hanako@example.com',
    code: '123456',
  })
  expect(person).toMatchObject({
    title: 'Error: Sign in',
    problem: 'This account is confirmed already. You can sign in.',
  })
})

test('the Session of a sign-up signs nobody in before the code is known', async () => {
  const pool = await oauthPool({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  const person = await (await personAt(pool, '/signup')).send({ username: email, password: testPassword })
  const { name } = await pool.refusal('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email },
    Session: person.hidden('session'),
  })
  expect(name).toBe('UserNotConfirmedException')
})
