import { expect, test } from 'vitest'
import { brandedPool } from '../test-branding.ts'
import { refused } from '../test-pool.ts'

test('deletes a style, once; the client may have another one', async () => {
  const { call, refusal, UserPoolId, ClientId, ManagedLoginBrandingId } = await brandedPool()
  const input = { UserPoolId, ManagedLoginBrandingId }
  await call('DeleteManagedLoginBranding', input)
  expect(await refusal('DeleteManagedLoginBranding', input)).toEqual(
    refused('ResourceNotFound', `Managed login branding ${ManagedLoginBrandingId} does not exist.`),
  )
  await call('CreateManagedLoginBranding', { UserPoolId, ClientId })
})
