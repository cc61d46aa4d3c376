import { newUuid } from '../core/identifiers.ts'
import { seconds } from '../domain/world.ts'
import { invalidParameter, managedLoginBrandingExists } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** Makes the style of managed login for an app client. */
export const CreateManagedLoginBranding = storedOnly('CreateManagedLoginBranding', (input, context) => {
  const { world, pools, clients, brandings } = context
  const { ClientId, ...given } = input
  const pool = pools.get(input.UserPoolId)
  const client = clients.ofPool(pool.Id, ClientId)
  checkBranding(given)
  // assumed: the words.
  if (brandings.ofClient(pool, client).length > 0) {
    throw managedLoginBrandingExists('The client has a managed login branding already.')
  }
  const ManagedLoginBrandingId = newUuid(world.random)
  const now = seconds(world.clock())
  const branding = {
    UseCognitoProvidedValues: false,
    ...given,
    ManagedLoginBrandingId,
    CreationDate: now,
    LastModifiedDate: now,
  }
  return { ManagedLoginBranding: brandings.put(pool, ManagedLoginBrandingId, branding, client) }
})

/** Refuses a style that is both Cognito's and one's own; UpdateManagedLoginBranding does the same. */
export function checkBranding(given: {
  readonly UseCognitoProvidedValues?: boolean | undefined
  readonly Settings?: unknown
  readonly Assets?: readonly unknown[] | undefined
}): void {
  // documented: a branding with Cognito's values has none of one's own. assumed: the words.
  if (given.UseCognitoProvidedValues && (given.Settings !== undefined || given.Assets !== undefined)) {
    throw invalidParameter('Settings and Assets must be left out with UseCognitoProvidedValues.')
  }
}
