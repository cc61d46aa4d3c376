import { operation } from './operation.ts'
import { page } from './page.ts'

const longest = 50

/** The identity providers of a user pool, a page at a time. */
export const ListIdentityProviders = operation(
  'ListIdentityProviders',
  (input, { pools, identityProviders }) => {
    const pool = pools.get(input.UserPoolId)
    const { items, next } = page(
      input.NextToken,
      Math.min(input.MaxResults || longest, longest),
      (after, limit) => identityProviders.list(pool, after, limit),
      ({ ProviderName = '' }) => ProviderName,
    )
    return {
      Providers: items.map(({ ProviderName, ProviderType, LastModifiedDate, CreationDate }) => ({
        ProviderName,
        ProviderType,
        LastModifiedDate,
        CreationDate,
      })),
      NextToken: next,
    }
  },
)
