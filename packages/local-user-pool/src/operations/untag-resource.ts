import { operation } from './operation.ts'

/** Takes tags off a user pool; those that it does not have do not matter. */
export const UntagResource = operation('UntagResource', ({ ResourceArn, TagKeys }, { pools }) => {
  const pool = pools.ofArn(ResourceArn)
  const tags = Object.entries(pool.UserPoolTags ?? {}).filter(([key]) => !TagKeys.includes(key))
  pools.setTags(pool, Object.fromEntries(tags))
  return {}
})
