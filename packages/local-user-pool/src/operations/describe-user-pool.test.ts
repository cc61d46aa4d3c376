import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('counts the users', async () => {
  const { call, confirmedUser, userPoolId: UserPoolId } = await testPool()
  await confirmedUser('a@example.com')
  await confirmedUser('b@example.com')
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({ Id: UserPoolId, EstimatedNumberOfUsers: 2, UsernameAttributes: ['email'] })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('DescribeUserPool', { UserPoolId: 'ap-northeast-1_none' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
