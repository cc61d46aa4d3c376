import { testPool } from './test-pool.ts'

/** A pool whose client has a style of managed login. */
export async function brandedPool() {
  const pool = await testPool()
  const { userPoolId: UserPoolId, clientId: ClientId } = pool
  const input = { UserPoolId, ClientId, Settings: { color: 'red' }, Assets: [] }
  const { ManagedLoginBranding = {} } = await pool.call('CreateManagedLoginBranding', input)
  const { ManagedLoginBrandingId = '' } = ManagedLoginBranding
  return { ...pool, UserPoolId, ClientId, ManagedLoginBranding, ManagedLoginBrandingId }
}

/** The id of a style that nobody has. */
export const noBranding = '00000000-0000-4000-8000-000000000000'
