import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Deletes a user pool with all that is in it, unless deletion protection is on or it has a domain. */
export const DeleteUserPool = operation('DeleteUserPool', ({ UserPoolId }, { pools, domains }) => {
  // observed: the words, in public issues.
  if (domains.list(pools.get(UserPoolId)).length > 0) {
    throw invalidParameter(
      'User pool cannot be deleted. It has a domain configured that should be deleted first.',
    )
  }
  pools.delete(UserPoolId)
  return {}
})
