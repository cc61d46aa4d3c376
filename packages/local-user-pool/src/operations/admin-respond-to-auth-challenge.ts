import { operation } from './operation.ts'
import { answer } from './respond-to-auth-challenge.ts'

/** Goes on with a sign-in on behalf of a user, from a server. */
export const AdminRespondToAuthChallenge = operation('AdminRespondToAuthChallenge', (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  const client = context.clients.ofPool(pool.Id, input.ClientId)
  return answer({ context, pool, client, isAdmin: true }, input)
})
