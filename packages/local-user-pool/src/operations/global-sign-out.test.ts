import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const revoked = refused('NotAuthorized', 'Access Token has been revoked')

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
})

test('ends every session of the user, those of other devices too', async () => {
  const here = await pool.tokens(email)
  const there = await pool.tokens(email)
  expect(await pool.call('GlobalSignOut', { AccessToken: here.AccessToken })).toEqual({})
  for (const { AccessToken, RefreshToken } of [here, there]) {
    expect(await pool.refusal('GetUser', { AccessToken })).toEqual(revoked)
    expect(
      await pool.refusal('GetTokensFromRefreshToken', { ClientId: pool.clientId, RefreshToken }),
    ).toEqual(refused('NotAuthorized', 'Refresh Token has been revoked'))
  }
})

test('leaves other users alone, and lets this one sign in again', async () => {
  await pool.confirmedUser('taro@example.com')
  const other = await pool.tokens('taro@example.com')
  const { AccessToken } = await pool.tokens(email)
  await pool.call('GlobalSignOut', { AccessToken })
  await pool.call('GetUser', { AccessToken: other.AccessToken })
  await pool.call('GetUser', { AccessToken: (await pool.tokens(email)).AccessToken })
})

test('takes a token once: what it signed out cannot sign out again', async () => {
  const { AccessToken } = await pool.tokens(email)
  await pool.call('GlobalSignOut', { AccessToken })
  expect(await pool.refusal('GlobalSignOut', { AccessToken })).toEqual(revoked)
})

test('refuses the token of a user who is gone, with an exception that the model declares', async () => {
  const { AccessToken } = await pool.tokens(email)
  await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: email })
  expect(await pool.refusal('GlobalSignOut', { AccessToken })).toEqual(revoked)
})
