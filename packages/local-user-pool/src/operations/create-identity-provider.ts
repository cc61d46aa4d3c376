import { checkMapping } from '../domain/federated-users.ts'
import { seconds } from '../domain/world.ts'
import { duplicateProvider } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes an identity provider, whose people users can be linked to. */
export const CreateIdentityProvider = operation(
  'CreateIdentityProvider',
  (input, { world, pools, identityProviders }) => {
    const pool = pools.get(input.UserPoolId)
    const { ProviderName } = input
    checkMapping(input)
    if (identityProviders.find(pool, ProviderName)) {
      // assumed: the words.
      throw duplicateProvider(`Identity provider ${ProviderName} already exists.`)
    }
    const now = seconds(world.clock())
    const provider = { ...input, CreationDate: now, LastModifiedDate: now }
    return { IdentityProvider: identityProviders.put(pool, ProviderName, provider) }
  },
)
