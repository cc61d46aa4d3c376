import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('takes tags off; those that are not there do not matter', async () => {
  const { call, userPoolId: UserPoolId } = await testPool({ UserPoolTags: { team: 'a', stage: 'dev' } })
  const ResourceArn = (await call('DescribeUserPool', { UserPoolId })).UserPool?.Arn ?? ''
  await call('UntagResource', { ResourceArn, TagKeys: ['team', 'nonsense', '__proto__'] })
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { stage: 'dev' } })
})

test('refuses what is not here', async () => {
  const { refusal } = await testPool()
  const ResourceArn = 'arn:aws:cognito-idp:ap-northeast-1:000000000000:userpool/ap-northeast-1_none'
  expect(await refusal('UntagResource', { ResourceArn, TagKeys: ['a'] })).toEqual(
    refused('ResourceNotFound', `Resource ${ResourceArn} does not exist.`),
  )
})
