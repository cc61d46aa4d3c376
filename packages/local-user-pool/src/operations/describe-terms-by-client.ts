import { resourceNotFound } from '../protocol/exceptions.ts'
import { ofName } from './create-terms.ts'
import { storedOnly } from './operation.ts'

/** The terms of a name that an app client has. */
export const DescribeTermsByClient = storedOnly(
  'DescribeTermsByClient',
  ({ UserPoolId, ClientId, TermsName }, { pools, clients, terms }) => {
    const pool = pools.get(UserPoolId)
    const found = ofName(terms, pool, clients.ofPool(pool.Id, ClientId), TermsName)
    // assumed: the words.
    if (!found) throw resourceNotFound('The client has no terms of the name.')
    return { Terms: found }
  },
)
