import { storedOnly } from './operation.ts'

/** Deletes terms. */
export const DeleteTerms = storedOnly('DeleteTerms', ({ UserPoolId, TermsId }, { pools, terms }) => {
  terms.delete(pools.get(UserPoolId), TermsId)
  return {}
})
