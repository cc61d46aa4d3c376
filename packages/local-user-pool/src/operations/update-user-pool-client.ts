import { describedClient } from '../domain/clients.ts'
import { checkOAuthSettings } from '../domain/oauth-settings.ts'
import { operation } from './operation.ts'

/** Puts new settings of an app client in place of the old ones. */
export const UpdateUserPoolClient = operation('UpdateUserPoolClient', (input, context) => {
  const { pools, clients } = context
  const pool = pools.get(input.UserPoolId)
  const { Secrets } = clients.ofPool(pool.Id, input.ClientId)
  checkOAuthSettings(context, pool, input, Secrets.length > 0)
  return { UserPoolClient: describedClient(clients.update(input)) }
})
