import { checkMapping } from '../domain/federated-users.ts'
import { seconds } from '../domain/world.ts'
import { operation } from './operation.ts'

/** Changes what is given of an identity provider. */
export const UpdateIdentityProvider = operation(
  'UpdateIdentityProvider',
  (input, { world, pools, identityProviders }) => {
    const pool = pools.get(input.UserPoolId)
    const provider = identityProviders.get(pool, input.ProviderName)
    checkMapping(input)
    const LastModifiedDate = seconds(world.clock())
    return {
      IdentityProvider: identityProviders.put(pool, input.ProviderName, {
        ...provider,
        ...input,
        LastModifiedDate,
      }),
    }
  },
)
