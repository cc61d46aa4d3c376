import { expect, test } from 'vitest'
import { brandedPool, noBranding } from '../test-branding.ts'
import { refused } from '../test-pool.ts'

test('shows a style of the pool, and refuses one that is not there', async () => {
  const { call, refusal, UserPoolId, ManagedLoginBranding, ManagedLoginBrandingId } = await brandedPool()
  expect(await call('DescribeManagedLoginBranding', { UserPoolId, ManagedLoginBrandingId })).toEqual({
    ManagedLoginBranding,
  })
  const none = { UserPoolId, ManagedLoginBrandingId: noBranding }
  expect(await refusal('DescribeManagedLoginBranding', none)).toEqual(
    refused('ResourceNotFound', `Managed login branding ${noBranding} does not exist.`),
  )
})
