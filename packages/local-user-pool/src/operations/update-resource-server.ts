import { operation } from './operation.ts'

/** Puts a new name and new scopes in place of the old ones. */
export const UpdateResourceServer = operation('UpdateResourceServer', (input, { pools, resourceServers }) => {
  const pool = pools.get(input.UserPoolId)
  resourceServers.get(pool, input.Identifier)
  // documented: UpdateResourceServer removes scopes that are not given.
  return { ResourceServer: resourceServers.put(pool, input.Identifier, { Scopes: [], ...input }) }
})
