import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Takes its domain from a user pool. */
export const DeleteUserPoolDomain = operation(
  'DeleteUserPoolDomain',
  ({ UserPoolId, Domain }, { pools, domains }) => {
    const pool = pools.get(UserPoolId)
    if (!domains.find(pool, Domain)) throw noSuchDomain()
    domains.delete(pool, Domain)
    return {}
  },
)

// observed: the words, in several public code bases.
export const noSuchDomain = () => invalidParameter('No such domain or user pool exists.')
