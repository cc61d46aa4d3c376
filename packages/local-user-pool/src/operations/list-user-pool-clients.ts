import { operation } from './operation.ts'
import { page } from './page.ts'

/** The app clients of a user pool, a page at a time. */
export const ListUserPoolClients = operation('ListUserPoolClients', (input, { pools, clients }) => {
  const { Id } = pools.get(input.UserPoolId)
  const { items, next } = page(
    input.NextToken,
    input.MaxResults,
    (after, limit) => clients.list(Id, after, limit),
    ({ ClientId }) => ClientId,
  )
  return {
    UserPoolClients: items.map(({ ClientId, UserPoolId, ClientName }) => ({
      ClientId,
      UserPoolId,
      ClientName,
    })),
    NextToken: next,
  }
})
