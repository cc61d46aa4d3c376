import { expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'

const email = 'hanako@example.com'

test('whoever has a code already says for whom', async () => {
  const pool = await oauthPool()
  await pool.call('ForgotPassword', { ClientId: pool.clientId, Username: email })
  const person = await (await personAt(pool, '/confirmforgotPassword')).send({
    username: email,
    code: await pool.sent(email),
    newPassword: 'Genkan-2027',
  })
  expect(person).toMatchObject({ status: 200, title: 'Sign in' })
})

test('a password that breaks the rules leaves the code as it is', async () => {
  const pool = await oauthPool()
  const resetting = await (await personAt(pool, '/forgotPassword')).send({ username: email })
  const code = await pool.sent(email)
  const again = await resetting.send({ code, newPassword: 'short' })
  expect(again).toMatchObject({
    title: 'Error: Choose a new password',
    problem: 'This password cannot be used. It must meet all the requirements.',
  })
  expect(again.page).toMatch(/<input id="newPassword"[^>]* aria-invalid="true"[^>]* autofocus>/)
  expect((await again.send({ code, newPassword: 'Genkan-2027' })).title).toBe('Sign in')
})

test('a password is taken in whatever width it is typed', async () => {
  const pool = await oauthPool()
  const newPassword = 'ＧenkaＮ２０２７ー-a1G'
  const resetting = await (await personAt(pool, '/forgotPassword')).send({ username: email })
  const signIn = await resetting.send({ code: await pool.sent(email), newPassword })
  expect((await signIn.send({ username: email, password: newPassword })).code).toBeDefined()
})

test('a new code is sent where the first one did not arrive', async () => {
  const pool = await oauthPool()
  const resetting = await (await personAt(pool, '/forgotPassword')).send({ username: email })
  pool.wait({ minutes: 61 })
  const late = await resetting.send({ code: await pool.sent(email), newPassword: 'Genkan-2027' })
  expect(late.problem).toBe('The code has expired. Have a new code sent and enter that one.')
  const resent = await late.send({ action: 'resend' })
  const code = await pool.sent(email)
  expect((await resent.send({ code, newPassword: 'Genkan-2027' })).title).toBe('Sign in')
})
