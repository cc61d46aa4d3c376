import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithProviders } from '../test-providers.ts'

test('finds the provider that has the identifier', async () => {
  const { call, UserPoolId } = await poolWithProviders('Okta', 'Auth0')
  const input = { UserPoolId, IdpIdentifier: 'Auth0.example' }
  const { IdentityProvider } = await call('GetIdentityProviderByIdentifier', input)
  expect(IdentityProvider.ProviderName).toBe('Auth0')
})

test('refuses an identifier that nobody has', async () => {
  const { refusal, UserPoolId } = await poolWithProviders('Okta')
  expect(await refusal('GetIdentityProviderByIdentifier', { UserPoolId, IdpIdentifier: 'Okta' })).toEqual(
    refused('ResourceNotFound', 'Identity provider Okta does not exist.'),
  )
})
