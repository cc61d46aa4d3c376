import { storedOnly } from './operation.ts'

/** Terms, by their id. */
export const DescribeTerms = storedOnly('DescribeTerms', ({ UserPoolId, TermsId }, { pools, terms }) => ({
  Terms: terms.get(pools.get(UserPoolId), TermsId),
}))
