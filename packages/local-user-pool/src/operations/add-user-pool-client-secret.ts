import { operation } from './operation.ts'

/** Gives an app client another secret beside the one in use; either is accepted until one is deleted. */
export const AddUserPoolClientSecret = operation('AddUserPoolClientSecret', (input, { pools, clients }) => {
  const client = clients.ofPool(pools.get(input.UserPoolId).Id, input.ClientId)
  const { Id, Value, CreationDate } = clients.addSecret(client, input.ClientSecret)
  return {
    ClientSecretDescriptor: {
      ClientSecretId: Id,
      // documented: AddUserPoolClientSecret does not show a secret that the request brings.
      ...(input.ClientSecret === undefined && { ClientSecretValue: Value }),
      ClientSecretCreateDate: CreationDate,
    },
  }
})
