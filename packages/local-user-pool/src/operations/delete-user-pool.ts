import { operation } from './operation.ts'

/** Deletes a user pool with all its users, unless deletion protection is on. */
export const DeleteUserPool = operation('DeleteUserPool', ({ UserPoolId }, { pools }) => {
  pools.delete(UserPoolId)
  return {}
})
