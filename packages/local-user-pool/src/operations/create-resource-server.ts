import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes a resource server, whose scopes clients can be allowed to ask for. */
export const CreateResourceServer = operation('CreateResourceServer', (input, { pools, resourceServers }) => {
  const pool = pools.get(input.UserPoolId)
  const { Identifier } = input
  // assumed: the words.
  if (resourceServers.find(pool, Identifier)) {
    throw invalidParameter(`${Identifier} already exists in user pool ${pool.Id}.`)
  }
  return { ResourceServer: resourceServers.put(pool, Identifier, { Scopes: [], ...input }) }
})
