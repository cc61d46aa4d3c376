import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const RiskExceptionConfiguration = { BlockedIPRangeList: ['192.0.2.0/24'] }

test('keeps the configuration of the pool, and that of a client beside it', async () => {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } })
  const { call, now, userPoolId: UserPoolId, clientId: ClientId } = pool
  const LastModifiedDate = now() / 1000
  const ofPool = { UserPoolId, RiskExceptionConfiguration }
  expect(await call('SetRiskConfiguration', ofPool)).toEqual({
    RiskConfiguration: { ...ofPool, LastModifiedDate },
  })
  const CompromisedCredentialsRiskConfiguration = { Actions: { EventAction: 'BLOCK' as const } }
  const ofClient = { UserPoolId, ClientId, CompromisedCredentialsRiskConfiguration }
  await call('SetRiskConfiguration', ofClient)
  expect(await call('DescribeRiskConfiguration', { UserPoolId, ClientId })).toEqual({
    RiskConfiguration: { ...ofClient, LastModifiedDate },
  })
  expect(await call('DescribeRiskConfiguration', { UserPoolId })).toEqual({
    RiskConfiguration: { ...ofPool, LastModifiedDate },
  })
})

test('refuses while threat protection is off, and a client that is not the pool’s', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('SetRiskConfiguration', { UserPoolId, RiskExceptionConfiguration })).toEqual(
    refused('UserPoolAddOnNotEnabled', 'User pool add-ons are not enabled.'),
  )
  await call('UpdateUserPool', { UserPoolId, UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  expect(await refusal('SetRiskConfiguration', { UserPoolId, ClientId: 'none' })).toEqual(
    refused('ResourceNotFound', 'User pool client none does not exist.'),
  )
})
