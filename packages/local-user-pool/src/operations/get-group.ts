import { operation } from './operation.ts'

/** A group's settings. */
export const GetGroup = operation('GetGroup', ({ UserPoolId, GroupName }, { pools, groups }) => ({
  Group: groups.get(pools.get(UserPoolId), GroupName),
}))
