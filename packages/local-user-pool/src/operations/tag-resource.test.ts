import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('adds tags and replaces those of the same key; the pool is described with them', async () => {
  const { call, userPoolId: UserPoolId } = await testPool({ UserPoolTags: { team: 'a', stage: 'dev' } })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  const ResourceArn = UserPool?.Arn ?? ''
  await call('TagResource', { ResourceArn, Tags: { team: 'b', cost: '1' } })
  const tags = { team: 'b', stage: 'dev', cost: '1' }
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: tags })
  expect((await call('DescribeUserPool', { UserPoolId })).UserPool?.UserPoolTags).toEqual(tags)
})

test('refuses what is not here, and more tags than there may be', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const ResourceArn = (await call('DescribeUserPool', { UserPoolId })).UserPool?.Arn ?? ''
  const elsewhere = ResourceArn.replace(':cognito-idp:', ':cognito-identity:')
  for (const arn of [elsewhere, `${ResourceArn}x`]) {
    expect(await refusal('TagResource', { ResourceArn: arn, Tags: { a: 'b' } })).toEqual(
      refused('ResourceNotFound', `Resource ${arn} does not exist.`),
    )
  }
  const Tags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, '']))
  expect(await refusal('TagResource', { ResourceArn, Tags })).toEqual(
    refused('InvalidParameter', 'A user pool may have no more than 50 tags.'),
  )
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: {} })
})
