import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('lists none of a pool that was made without, and refuses a pool that is gone', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const ResourceArn = (await call('DescribeUserPool', { UserPoolId })).UserPool?.Arn ?? ''
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: {} })
  await call('DeleteUserPool', { UserPoolId })
  expect(await refusal('ListTagsForResource', { ResourceArn })).toEqual(
    refused('ResourceNotFound', `Resource ${ResourceArn} does not exist.`),
  )
})
