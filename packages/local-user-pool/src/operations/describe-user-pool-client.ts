import { operation } from './operation.ts'

/** The settings of an app client, its secret included. */
export const DescribeUserPoolClient = operation(
  'DescribeUserPoolClient',
  ({ UserPoolId, ClientId }, { pools, clients }) => ({
    UserPoolClient: clients.ofPool(pools.get(UserPoolId).Id, ClientId),
  }),
)
