import { operation } from './operation.ts'

/** Deletes a group; its members stay users. */
export const DeleteGroup = operation('DeleteGroup', ({ UserPoolId, GroupName }, { pools, groups }) => {
  const pool = pools.get(UserPoolId)
  groups.get(pool, GroupName)
  groups.delete(pool, GroupName)
  return {}
})
