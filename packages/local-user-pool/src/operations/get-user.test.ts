import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('shows the user and all attributes', async () => {
  const pool = await testPool()
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  const { username } = await pool.user(email)
  expect(await pool.call('GetUser', { AccessToken })).toEqual({
    Username: username,
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'email', Value: email },
      { Name: 'sub', Value: username },
    ],
  })
})

test('shows what the client may read, and sub always', async () => {
  const pool = await testPool({}, { ReadAttributes: ['email'] })
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  const { UserAttributes } = await pool.call('GetUser', { AccessToken })
  expect(UserAttributes.map(({ Name }) => Name)).toEqual(['email', 'sub'])
})

test('never shows attributes that are for developers alone', async () => {
  const pool = await testPool({ Schema: [{ Name: 'plan', DeveloperOnlyAttribute: true }] })
  await pool.confirmedUser(email)
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: email,
    UserAttributes: [{ Name: 'dev:custom:plan', Value: 'secret' }],
  })
  const { AccessToken } = await pool.tokens(email)
  const { UserAttributes } = await pool.call('GetUser', { AccessToken })
  expect(UserAttributes.map(({ Name }) => Name)).not.toContain('dev:custom:plan')
})

test('says that the user is gone', async () => {
  const pool = await testPool()
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: email })
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})

test('does not show somebody else who has the username now', async () => {
  const pool = await testPool({ UsernameAttributes: [] }, { EnableTokenRevocation: false })
  await pool.confirmedUser('hanako')
  const { AccessToken } = await pool.tokens('hanako')
  await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: 'hanako' })
  await pool.confirmedUser('hanako')
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
