import { describedClient } from '../domain/clients.ts'
import { checkScopes } from '../domain/scopes.ts'
import { operation } from './operation.ts'

/** Puts new settings of an app client in place of the old ones. */
export const UpdateUserPoolClient = operation('UpdateUserPoolClient', (input, context) => {
  const { pools, clients } = context
  checkScopes(context, pools.get(input.UserPoolId), input.AllowedOAuthScopes)
  return { UserPoolClient: describedClient(clients.update(input)) }
})
