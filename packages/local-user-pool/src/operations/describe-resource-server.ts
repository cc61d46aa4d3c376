import { operation } from './operation.ts'

/** A resource server and its scopes. */
export const DescribeResourceServer = operation(
  'DescribeResourceServer',
  ({ UserPoolId, Identifier }, { pools, resourceServers }) => ({
    ResourceServer: resourceServers.get(pools.get(UserPoolId), Identifier),
  }),
)
