import { expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'

const email = 'hanako@example.com'

test('somebody who has forgotten their password chooses a new one by a code, and signs in with it', async () => {
  const pool = await oauthPool({ GenerateSecret: true })
  const resetting = await (await personAt(pool, '/forgotPassword')).send({ username: email })
  expect(resetting).toMatchObject({ status: 200, title: 'Choose a new password' })
  expect(resetting.page).toContain('a code is on its way to h***@e***.')
  const person = await resetting.send({ code: await pool.sent(email), newPassword: 'Genkan-2027' })
  expect(person).toMatchObject({ status: 200, title: 'Sign in', code: undefined })
  expect(person.page).toContain('Your password is reset. Sign in with your new password.')
  expect((await person.send({ username: email, password: 'Genkan-2027' })).code).toBeDefined()
})

test('nobody learns here who has an account', async () => {
  const pool = await oauthPool()
  const person = await personAt(pool, '/forgotPassword')
  const shown = ({ page }: { page: string }) =>
    page.replace(/name="(username|destination)" value="[^"]*"|\w\*\*\*@\w\*\*\*|<p class="who">[^<]*/g, '')
  const [known, unknown] = [
    await person.send({ username: email }),
    await person.send({ username: 'nobody@example.com' }),
  ]
  expect(shown(unknown)).toBe(shown(known))
})

test('whoever cannot be sent a code is told so', async () => {
  const pool = await oauthPool({ PreventUserExistenceErrors: 'LEGACY' })
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: email,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  })
  const person = await (await personAt(pool, '/forgotPassword')).send({ username: email })
  expect(person.problem).toMatch(/^The password of this account cannot be reset here\./)
})
