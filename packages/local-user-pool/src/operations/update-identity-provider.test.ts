import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithProviders } from '../test-providers.ts'

test('changes what is given and keeps the rest', async () => {
  const { call, now, wait, UserPoolId } = await poolWithProviders('Okta')
  const made = now()
  wait({ minutes: 1 })
  const change = { UserPoolId, ProviderName: 'Okta', AttributeMapping: { email: 'mail' } }
  const { IdentityProvider } = await call('UpdateIdentityProvider', change)
  expect(IdentityProvider).toMatchObject({
    ...change,
    ProviderDetails: { client_id: 'Okta' },
    CreationDate: made / 1000,
    LastModifiedDate: made / 1000 + 60,
  })
  expect(await call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'Okta' })).toEqual({
    IdentityProvider,
  })
})

test('refuses one that is not there', async () => {
  const { refusal, UserPoolId } = await poolWithProviders()
  expect(await refusal('UpdateIdentityProvider', { UserPoolId, ProviderName: 'Okta' })).toEqual(
    refused('ResourceNotFound', 'Identity provider Okta does not exist.'),
  )
})
