import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithProviders } from '../test-providers.ts'

test('shows a provider of the pool, and none of another pool', async () => {
  const { call, refusal, UserPoolId } = await poolWithProviders('Okta')
  const { IdentityProvider } = await call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'Okta' })
  expect(IdentityProvider).toMatchObject({ UserPoolId, ProviderName: 'Okta', ProviderType: 'OIDC' })
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  const elsewhere = { UserPoolId: UserPool?.Id ?? '', ProviderName: 'Okta' }
  expect(await refusal('DescribeIdentityProvider', elsewhere)).toEqual(
    refused('ResourceNotFound', 'Identity provider Okta does not exist.'),
  )
})
