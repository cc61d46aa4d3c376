import { expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'
import { testPassword } from '../test-pool.ts'

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

test('whoever is confirmed already is led to the sign-in', async () => {
  const pool = await oauthPool()
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
