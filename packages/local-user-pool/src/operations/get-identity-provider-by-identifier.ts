import { resourceNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** An identity provider, by one of the identifiers that people may type. */
export const GetIdentityProviderByIdentifier = operation(
  'GetIdentityProviderByIdentifier',
  ({ UserPoolId, IdpIdentifier }, { pools, identityProviders }) => {
    const provider = identityProviders
      .list(pools.get(UserPoolId))
      .find(({ IdpIdentifiers }) => IdpIdentifiers?.includes(IdpIdentifier))
    // assumed: the words.
    if (!provider) throw resourceNotFound(`Identity provider ${IdpIdentifier} does not exist.`)
    return { IdentityProvider: provider }
  },
)
