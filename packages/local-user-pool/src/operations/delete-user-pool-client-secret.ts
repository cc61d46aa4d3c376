import { operation } from './operation.ts'

/** Takes one of its two secrets from an app client. */
export const DeleteUserPoolClientSecret = operation(
  'DeleteUserPoolClientSecret',
  ({ UserPoolId, ClientId, ClientSecretId }, { pools, clients }) => {
    clients.deleteSecret(clients.ofPool(pools.get(UserPoolId).Id, ClientId), ClientSecretId)
    return {}
  },
)
