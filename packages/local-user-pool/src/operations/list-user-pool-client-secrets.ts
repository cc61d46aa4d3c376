import { operation } from './operation.ts'

/** Which secrets an app client has, without telling them. */
// documented: client secrets are listed all at once, without their values.
export const ListUserPoolClientSecrets = operation(
  'ListUserPoolClientSecrets',
  ({ UserPoolId, ClientId }, { pools, clients }) => ({
    ClientSecrets: clients
      .ofPool(pools.get(UserPoolId).Id, ClientId)
      .Secrets.map(({ Id, CreationDate }) => ({ ClientSecretId: Id, ClientSecretCreateDate: CreationDate })),
  }),
)
