import { operation } from './operation.ts'

/** Deletes a resource server with its scopes. */
export const DeleteResourceServer = operation(
  'DeleteResourceServer',
  ({ UserPoolId, Identifier }, { pools, resourceServers }) => {
    resourceServers.delete(pools.get(UserPoolId), Identifier)
    return {}
  },
)
