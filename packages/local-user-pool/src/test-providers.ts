import { type TestPool, testPool } from './test-pool.ts'

/** A pool with identity providers of these names, each with an identifier of its own. */
export async function poolWithProviders(
  ...names: string[]
): Promise<TestPool & { readonly UserPoolId: string }> {
  const pool = await testPool()
  const UserPoolId = pool.userPoolId
  for (const ProviderName of names) {
    await pool.call('CreateIdentityProvider', {
      UserPoolId,
      ProviderName,
      ProviderType: 'OIDC',
      ProviderDetails: { client_id: ProviderName },
      IdpIdentifiers: [`${ProviderName}.example`],
    })
  }
  return { ...pool, UserPoolId }
}
