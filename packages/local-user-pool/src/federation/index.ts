import type { IdentityProviderType } from '../protocol/types.generated.ts'
import type { Federation } from './federation.ts'
import { oidc } from './oidc.ts'
import { standIn } from './stand-in.ts'

const federations: readonly Federation[] = [oidc, standIn]

/** How people of a provider sign in. */
export function federationOf({ ProviderType }: IdentityProviderType): Federation {
  const federation = federations.find(({ types }) => types.some((type) => type === ProviderType))
  if (!federation) throw new Error(`Nobody knows how to sign in by a provider of the type ${ProviderType}.`)
  return federation
}
