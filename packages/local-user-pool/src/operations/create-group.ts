import { seconds } from '../domain/world.ts'
import { groupExists } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes a group. */
export const CreateGroup = operation('CreateGroup', (input, { world, pools, groups }) => {
  const pool = pools.get(input.UserPoolId)
  if (groups.has(pool, input.GroupName)) throw groupExists('A group with the name already exists.')
  const now = seconds(world.clock())
  return { Group: groups.save(pool, input.GroupName, { ...input, CreationDate: now, LastModifiedDate: now }) }
})
