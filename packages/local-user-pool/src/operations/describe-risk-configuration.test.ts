import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('is empty before anything is set', async () => {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  const { call, userPoolId: UserPoolId, clientId: ClientId } = pool
  expect(await call('DescribeRiskConfiguration', { UserPoolId })).toEqual({
    RiskConfiguration: { UserPoolId },
  })
  expect(await call('DescribeRiskConfiguration', { UserPoolId, ClientId })).toEqual({
    RiskConfiguration: { UserPoolId, ClientId },
  })
})

test('refuses while threat protection is off', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('DescribeRiskConfiguration', { UserPoolId })).toEqual(
    refused('UserPoolAddOnNotEnabled', 'User pool add-ons are not enabled.'),
  )
})
