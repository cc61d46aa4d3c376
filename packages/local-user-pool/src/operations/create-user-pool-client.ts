import { describedClient } from '../domain/clients.ts'
import { checkOAuthSettings } from '../domain/oauth-settings.ts'
import { operation } from './operation.ts'

/** Makes an app client of a user pool. */
export const CreateUserPoolClient = operation('CreateUserPoolClient', (input, context) => {
  const { pools, clients, newId } = context
  const pool = pools.get(input.UserPoolId)
  const hasSecret = input.GenerateSecret === true || input.ClientSecret !== undefined
  checkOAuthSettings(context, pool, input, hasSecret)
  return { UserPoolClient: describedClient(clients.create(input, newId)) }
})
