import { expect, test } from 'vitest'
import { testPassword as Password, refused, testPool } from '../test-pool.ts'

test('puts new settings in place; what is not given gets its default, what is fixed stays', async () => {
  const { call, userPoolId: UserPoolId } = await testPool({
    UserPoolTags: { team: 'a' },
    Schema: [{ Name: 'plan' }],
  })
  const before = await call('DescribeUserPool', { UserPoolId })
  const Policies = { PasswordPolicy: { MinimumLength: 20 } }
  expect(await call('UpdateUserPool', { UserPoolId, Policies })).toEqual({})
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({
    Name: 'test',
    Policies: { PasswordPolicy: { MinimumLength: 20 } },
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    UserPoolTags: { team: 'a' },
  })
  expect(UserPool).not.toHaveProperty('AutoVerifiedAttributes')
  expect(UserPool?.SchemaAttributes).toEqual(before.UserPool?.SchemaAttributes)
})

test('counts from the next request on', async () => {
  const { call, refusal, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  await call('UpdateUserPool', { UserPoolId, AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
  expect(await refusal('SignUp', { ClientId, Username: 'taro@example.com', Password })).toEqual(
    refused('NotAuthorized', 'SignUp is not permitted for this user pool'),
  )
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('UpdateUserPool', { UserPoolId: 'ap-northeast-1_none' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
