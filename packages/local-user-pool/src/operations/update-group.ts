import { seconds } from '../domain/world.ts'
import { operation } from './operation.ts'

/** Changes what is given of a group. */
export const UpdateGroup = operation('UpdateGroup', (input, { world, pools, groups }) => {
  const pool = pools.get(input.UserPoolId)
  const group = groups.get(pool, input.GroupName)
  return {
    Group: groups.save(pool, input.GroupName, {
      ...group,
      ...input,
      LastModifiedDate: seconds(world.clock()),
    }),
  }
})
