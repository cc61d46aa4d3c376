import { operation } from './operation.ts'

/** Puts tags on a user pool; one of the same key is replaced. */
export const TagResource = operation('TagResource', ({ ResourceArn, Tags }, { pools }) => {
  const pool = pools.ofArn(ResourceArn)
  pools.setTags(pool, { ...pool.UserPoolTags, ...Tags })
  return {}
})
