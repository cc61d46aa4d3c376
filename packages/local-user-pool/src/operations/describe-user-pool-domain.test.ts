import { expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

test('says which pool has the domain', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan', ManagedLoginVersion: 2 })
  expect(await call('DescribeUserPoolDomain', { Domain: 'genkan' })).toEqual({
    DomainDescription: {
      UserPoolId,
      Domain: 'genkan',
      ManagedLoginVersion: 2,
      AWSAccountId: '000000000000',
      Status: 'ACTIVE',
    },
  })
})

test('says nothing of a domain that nobody has', async () => {
  const { call } = await testPool()
  expect(await call('DescribeUserPoolDomain', { Domain: 'none' })).toEqual({ DomainDescription: {} })
})
