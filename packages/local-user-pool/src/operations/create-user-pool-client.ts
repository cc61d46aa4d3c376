import { describedClient } from '../domain/clients.ts'
import { operation } from './operation.ts'

/** Makes an app client of a user pool. */
export const CreateUserPoolClient = operation('CreateUserPoolClient', (input, { pools, clients, newId }) => {
  pools.get(input.UserPoolId)
  return { UserPoolClient: describedClient(clients.create(input, newId)) }
})
