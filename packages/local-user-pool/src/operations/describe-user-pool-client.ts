import { describedClient } from '../domain/clients.ts'
import { operation } from './operation.ts'

/** The settings of an app client, its secret included. */
export const DescribeUserPoolClient = operation(
  'DescribeUserPoolClient',
  ({ UserPoolId, ClientId }, { pools, clients }) => ({
    UserPoolClient: describedClient(clients.ofPool(pools.get(UserPoolId).Id, ClientId)),
  }),
)
