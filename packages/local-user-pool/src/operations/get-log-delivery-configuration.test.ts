import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('delivers nothing anywhere before it is told to', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  expect(await call('GetLogDeliveryConfiguration', { UserPoolId })).toEqual({
    LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] },
  })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('GetLogDeliveryConfiguration', { UserPoolId: 'ap-northeast-1_none' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
