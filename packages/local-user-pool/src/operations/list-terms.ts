import { storedOnly } from './operation.ts'
import { page } from './page.ts'

/** The terms of a user pool, whichever app client they are for, a page at a time. */
export const ListTerms = storedOnly('ListTerms', (input, { pools, terms }) => {
  const pool = pools.get(input.UserPoolId)
  const { items, next } = page(
    input.NextToken,
    input.MaxResults,
    (after, limit) => terms.list(pool, after, limit),
    ({ TermsId }) => TermsId,
  )
  return {
    Terms: items.map(({ TermsId, TermsName, Enforcement, CreationDate, LastModifiedDate }) => ({
      TermsId,
      TermsName,
      Enforcement,
      CreationDate,
      LastModifiedDate,
    })),
    NextToken: next,
  }
})
