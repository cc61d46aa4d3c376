import { expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

test('what is not given stays as it is', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const SoftwareTokenMfaConfiguration = { Enabled: true }
  await call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration,
  })
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'ON' })
  expect(await call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration,
  })
  expect(await call('DescribeUserPool', { UserPoolId })).toMatchObject({
    UserPool: { MfaConfiguration: 'ON' },
  })
})

test('knows no pool of that id', async () => {
  const { refusal } = await testPool()
  expect(await refusal('SetUserPoolMfaConfig', { UserPoolId: 'ap-northeast-1_Nowhere00' })).toEqual({
    name: 'ResourceNotFoundException',
    message: 'User pool ap-northeast-1_Nowhere00 does not exist.',
  })
})
