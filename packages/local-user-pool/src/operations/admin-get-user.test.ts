import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('shows everything, under the username and under the alias', async () => {
  const { call, confirmedUser, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(email)
  const found = await call('AdminGetUser', { UserPoolId, Username: email })
  expect(found).toEqual({
    Username: expect.stringMatching(/^[\da-f-]{36}$/),
    Enabled: true,
    UserStatus: 'CONFIRMED',
    UserCreateDate: Date.UTC(2026, 10, 21, 9) / 1000,
    UserLastModifiedDate: Date.UTC(2026, 10, 21, 9) / 1000,
    UserAttributes: expect.arrayContaining([
      { Name: 'email', Value: email },
      { Name: 'sub', Value: found.Username },
    ]),
  })
  expect(await call('AdminGetUser', { UserPoolId, Username: found.Username })).toEqual(found)
})

test('refuses nobody, and a pool that does not exist', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminGetUser', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
  expect(await refusal('AdminGetUser', { UserPoolId: 'ap-northeast-1_none', Username: 'nobody' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
