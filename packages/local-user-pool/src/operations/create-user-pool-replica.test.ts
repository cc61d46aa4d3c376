import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('notes a replica in another region, under its own ARN', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  expect(await call('CreateUserPoolReplica', { UserPoolId, RegionName: 'eu-west-1' })).toEqual({
    UserPoolReplica: {
      RegionName: 'eu-west-1',
      Status: 'CREATING',
      Role: 'SECONDARY',
      UserPoolArn: `arn:aws:cognito-idp:eu-west-1:000000000000:userpool/${UserPoolId}`,
    },
  })
})

test.each(['ap-northeast-1', 'eu-west-1'])('refuses the region %s, where the pool is', async (RegionName) => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  await call('CreateUserPoolReplica', { UserPoolId, RegionName: 'eu-west-1' })
  expect(await refusal('CreateUserPoolReplica', { UserPoolId, RegionName })).toEqual(
    refused('InvalidParameter', `The user pool is in ${RegionName} already.`),
  )
})
