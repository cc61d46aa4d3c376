import { describedClient } from '../domain/clients.ts'
import { operation } from './operation.ts'

/** Puts new settings of an app client in place of the old ones. */
export const UpdateUserPoolClient = operation('UpdateUserPoolClient', (input, { pools, clients }) => {
  pools.get(input.UserPoolId)
  return { UserPoolClient: describedClient(clients.update(input)) }
})
