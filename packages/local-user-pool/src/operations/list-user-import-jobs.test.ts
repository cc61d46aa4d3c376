import { expect, test } from 'vitest'
import { newJob } from '../test-import.ts'
import { refused, testPool } from '../test-pool.ts'

test('pages through the jobs of the pool alone, the latest first, while others come', async () => {
  const pool = await testPool()
  const { userPoolId: UserPoolId } = pool
  const ids: string[] = []
  for (let count = 0; count < 3; count += 1) ids.unshift((await newJob(pool)).JobId)
  const { UserPool } = await pool.call('CreateUserPool', { PoolName: 'other' })
  await newJob({ ...pool, userPoolId: UserPool?.Id ?? '' })
  const first = await pool.call('ListUserImportJobs', { UserPoolId, MaxResults: 2 })
  await newJob(pool)
  const { PaginationToken } = first
  const rest = await pool.call('ListUserImportJobs', { UserPoolId, MaxResults: 2, PaginationToken })
  const listed = [first, rest].flatMap(({ UserImportJobs = [] }) => UserImportJobs.map(({ JobId }) => JobId))
  expect(listed).toEqual(ids)
  expect(rest).not.toHaveProperty('PaginationToken')
})

test.each(['nonsense', Buffer.from('after:nonsense').toString('base64')])(
  'refuses the token %s',
  async (PaginationToken) => {
    const { refusal, userPoolId: UserPoolId } = await testPool()
    expect(await refusal('ListUserImportJobs', { UserPoolId, MaxResults: 2, PaginationToken })).toEqual(
      refused('InvalidParameter', 'Invalid pagination token given.'),
    )
  },
)
