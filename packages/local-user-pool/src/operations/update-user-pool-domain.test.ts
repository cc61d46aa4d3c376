import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('changes what is given of the domain', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const Domain = 'genkan'
  await call('CreateUserPoolDomain', { UserPoolId, Domain })
  expect(await call('UpdateUserPoolDomain', { UserPoolId, Domain, ManagedLoginVersion: 2 })).toEqual({
    ManagedLoginVersion: 2,
  })
  expect(await call('DescribeUserPoolDomain', { Domain })).toMatchObject({
    DomainDescription: { ManagedLoginVersion: 2, Status: 'ACTIVE' },
  })
})

test('refuses a domain that the pool does not have', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('UpdateUserPoolDomain', { UserPoolId, Domain: 'none' })).toEqual(
    refused('InvalidParameter', 'No such domain or user pool exists.'),
  )
})
