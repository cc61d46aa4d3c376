import { begin } from './initiate-auth.ts'
import { operation } from './operation.ts'

/** Begins a sign-in on behalf of a user, from a server. */
export const AdminInitiateAuth = operation('AdminInitiateAuth', (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  const client = context.clients.ofPool(pool.Id, input.ClientId)
  return begin({ context, pool, client, isAdmin: true }, input)
})
