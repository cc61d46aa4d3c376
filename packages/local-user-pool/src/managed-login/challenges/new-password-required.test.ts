import { expect, test } from 'vitest'
import { personAt } from '../../test-managed-login.ts'
import { oauthPool } from '../../test-oauth.ts'
import { testPassword } from '../../test-pool.ts'

const email = 'invited@example.com'

test('who was invited chooses a password, tells what the pool requires, and is signed in', async () => {
  const Schema = ['email', 'name'].map((Name) => ({ Name, Required: true, Mutable: true }))
  const pool = await oauthPool({}, { Schema })
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: email,
    TemporaryPassword: testPassword,
  })
  const asked = await (await personAt(pool)).send({ username: email, password: testPassword })
  expect(asked.title).toBe('Set your password')
  expect(asked.page).toContain('autocomplete="new-password"')
  expect(asked.page).toContain('name="userAttributes.name"')
  const refused = await asked.send({ newPassword: 'short', 'userAttributes.name': 'Hanako' })
  expect(refused.problem).toBe('This password cannot be used. It must meet all the requirements.')
  expect(refused.page).toContain('value="Hanako"')
  expect(refused.page).not.toContain('value="short"')
  const nameless = await refused.send({ newPassword: 'Genkan-2027' })
  expect(nameless.problem).toBe('A field has a value that is not accepted. Check your input.')
  const person = await nameless.send({ newPassword: 'Genkan-2027', 'userAttributes.name': ' Hanako ' })
  expect(person.code).toBeDefined()
  expect(await pool.user(email)).toMatchObject({ status: 'CONFIRMED', attributes: { name: 'Hanako' } })
})
