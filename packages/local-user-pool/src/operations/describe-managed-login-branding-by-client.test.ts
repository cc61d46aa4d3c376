import { expect, test } from 'vitest'
import { brandedPool } from '../test-branding.ts'
import { refused } from '../test-pool.ts'

test('shows the style of the client, and refuses a client without one', async () => {
  const { call, client, refusal, UserPoolId, ClientId, ManagedLoginBranding } = await brandedPool()
  expect(await call('DescribeManagedLoginBrandingByClient', { UserPoolId, ClientId })).toEqual({
    ManagedLoginBranding,
  })
  const { ClientId: other } = await client()
  expect(await refusal('DescribeManagedLoginBrandingByClient', { UserPoolId, ClientId: other })).toEqual(
    refused('ResourceNotFound', 'The client has no managed login branding.'),
  )
})

test('the style goes with the client', async () => {
  const { call, refusal, UserPoolId, ClientId, ManagedLoginBrandingId } = await brandedPool()
  await call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect(await refusal('DescribeManagedLoginBranding', { UserPoolId, ManagedLoginBrandingId })).toMatchObject(
    {
      name: 'ResourceNotFoundException',
    },
  )
})
