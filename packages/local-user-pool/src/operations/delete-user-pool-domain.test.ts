import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('sets the domain free, for its own pool alone to do', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  const other = UserPool?.Id ?? ''
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  const none = refused('InvalidParameter', 'No such domain or user pool exists.')
  expect(await refusal('DeleteUserPoolDomain', { UserPoolId: other, Domain: 'genkan' })).toEqual(none)
  await call('DeleteUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  expect(await refusal('DeleteUserPoolDomain', { UserPoolId, Domain: 'genkan' })).toEqual(none)
  expect((await call('DescribeUserPool', { UserPoolId })).UserPool).not.toHaveProperty('Domain')
  await call('CreateUserPoolDomain', { UserPoolId: other, Domain: 'genkan' })
})
