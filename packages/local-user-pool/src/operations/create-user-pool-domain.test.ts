import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('gives the pool a domain, which it is described with and cannot be deleted with', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  expect(await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan' })).toEqual({
    ManagedLoginVersion: 1,
  })
  expect((await call('DescribeUserPool', { UserPoolId })).UserPool).toMatchObject({ Domain: 'genkan' })
  expect(await refusal('DeleteUserPool', { UserPoolId })).toEqual(
    refused(
      'InvalidParameter',
      'User pool cannot be deleted. It has a domain configured that should be deleted first.',
    ),
  )
  await call('DeleteUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  await call('DeleteUserPool', { UserPoolId })
})

test('shows a domain of one’s own as such', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const CertificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1'
  await call('CreateUserPoolDomain', {
    UserPoolId,
    Domain: 'auth.example.com',
    ManagedLoginVersion: 2,
    CustomDomainConfig: { CertificateArn },
  })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({ CustomDomain: 'auth.example.com' })
  expect(UserPool).not.toHaveProperty('Domain')
})

test('refuses a domain that some pool has, and a second one', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  await call('CreateUserPoolDomain', { UserPoolId: UserPool?.Id ?? '', Domain: 'taken' })
  expect(await refusal('CreateUserPoolDomain', { UserPoolId, Domain: 'taken' })).toEqual(
    refused('InvalidParameter', 'Domain already associated with another user pool.'),
  )
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'free' })
  expect(await refusal('CreateUserPoolDomain', { UserPoolId, Domain: 'further' })).toEqual(
    refused('InvalidParameter', 'User pool already has a domain configured.'),
  )
})
