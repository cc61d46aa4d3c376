import { operation } from './operation.ts'

/** Deletes an app client; what it gave out is worth nothing from now on. */
export const DeleteUserPoolClient = operation(
  'DeleteUserPoolClient',
  ({ UserPoolId, ClientId }, { pools, clients }) => {
    clients.delete(pools.get(UserPoolId).Id, ClientId)
    return {}
  },
)
