import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('pages through all pools, each once, with no more than a list should say', async () => {
  const { call } = await testPool()
  for (const PoolName of ['b', 'c', 'd', 'e']) await call('CreateUserPool', { PoolName })
  const found: (string | undefined)[] = []
  let NextToken: string | undefined
  do {
    const answer = await call('ListUserPools', { MaxResults: 2, ...(NextToken && { NextToken }) })
    found.push(...(answer.UserPools ?? []).map(({ Name }) => Name))
    for (const UserPool of answer.UserPools ?? []) expect(UserPool).not.toHaveProperty('Policies')
    NextToken = answer.NextToken
  } while (NextToken)
  expect(found.sort()).toEqual(['b', 'c', 'd', 'e', 'test'])
})

test('needs to know how many', async () => {
  const { refusal } = await testPool()
  expect(await refusal('ListUserPools', {})).toEqual(
    refused(
      'InvalidParameter',
      "1 validation error detected: Value at 'maxResults' failed to satisfy constraint: Member must not be null",
    ),
  )
})
