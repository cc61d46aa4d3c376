import { operation } from './operation.ts'

/** Makes somebody at an identity provider the same person as a user, before they sign in that way. */
export const AdminLinkProviderForUser = operation(
  'AdminLinkProviderForUser',
  ({ UserPoolId, DestinationUser, SourceUser }, { pools, identities }) => {
    const pool = pools.get(UserPoolId)
    identities.link(pool, identities.get(pool, DestinationUser), SourceUser)
    return {}
  },
)
