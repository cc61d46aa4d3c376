import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const LogConfigurations = [
  {
    LogLevel: 'ERROR' as const,
    EventSource: 'userNotification' as const,
    CloudWatchLogsConfiguration: {
      LogGroupArn: 'arn:aws:logs:ap-northeast-1:000000000000:log-group:cognito',
    },
  },
]

test('keeps the configuration; the next one takes its place', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const input = { UserPoolId, LogConfigurations }
  expect(await call('SetLogDeliveryConfiguration', input)).toEqual({ LogDeliveryConfiguration: input })
  expect(await call('GetLogDeliveryConfiguration', { UserPoolId })).toEqual({
    LogDeliveryConfiguration: input,
  })
  await call('SetLogDeliveryConfiguration', { UserPoolId, LogConfigurations: [] })
  expect(await call('GetLogDeliveryConfiguration', { UserPoolId })).toEqual({
    LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] },
  })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  const input = { UserPoolId: 'ap-northeast-1_none', LogConfigurations }
  expect(await refusal('SetLogDeliveryConfiguration', input)).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
