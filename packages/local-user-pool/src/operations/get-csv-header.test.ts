import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('names all attributes that can be imported, those of the pool’s own included', async () => {
  const { call, userPoolId: UserPoolId } = await testPool({ Schema: [{ Name: 'plan' }] })
  expect(await call('GetCSVHeader', { UserPoolId })).toEqual({
    UserPoolId,
    CSVHeader: [
      ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile'],
      ...['picture', 'website', 'email', 'email_verified', 'gender', 'birthdate', 'zoneinfo', 'locale'],
      ...['phone_number', 'phone_number_verified', 'address', 'updated_at', 'custom:plan'],
      ...['cognito:mfa_enabled', 'cognito:username'],
    ],
  })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('GetCSVHeader', { UserPoolId: 'ap-northeast-1_none' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
