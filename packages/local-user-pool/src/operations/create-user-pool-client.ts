import { describedClient } from '../domain/clients.ts'
import { checkScopes } from '../domain/scopes.ts'
import { operation } from './operation.ts'

/** Makes an app client of a user pool. */
export const CreateUserPoolClient = operation('CreateUserPoolClient', (input, context) => {
  const { pools, clients, newId } = context
  checkScopes(context, pools.get(input.UserPoolId), input.AllowedOAuthScopes)
  return { UserPoolClient: describedClient(clients.create(input, newId)) }
})
