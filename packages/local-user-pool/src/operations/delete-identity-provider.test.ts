import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithProviders } from '../test-providers.ts'

test('deletes a provider, once', async () => {
  const { call, refusal, UserPoolId } = await poolWithProviders('Okta', 'Auth0')
  await call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Okta' })
  expect(await refusal('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Okta' })).toEqual(
    refused('ResourceNotFound', 'Identity provider Okta does not exist.'),
  )
  expect((await call('ListIdentityProviders', { UserPoolId })).Providers).toMatchObject([
    { ProviderName: 'Auth0' },
  ])
})
