import { operation } from './operation.ts'

/** The tags of a user pool. */
export const ListTagsForResource = operation('ListTagsForResource', ({ ResourceArn }, { pools }) => ({
  Tags: pools.ofArn(ResourceArn).UserPoolTags ?? {},
}))
