import { expect, test } from 'vitest'
import { newJob } from '../test-import.ts'
import { refused, testPool } from '../test-pool.ts'

test('shows a job of the pool, and none of another pool', async () => {
  const pool = await testPool()
  const { UserPoolId, JobId, ...job } = await newJob(pool)
  const { UserImportJob } = await pool.call('DescribeUserImportJob', { UserPoolId, JobId })
  expect(UserImportJob).toEqual({ ...job, UserPoolId, JobId })
  const { UserPool } = await pool.call('CreateUserPool', { PoolName: 'other' })
  expect(await pool.refusal('DescribeUserImportJob', { UserPoolId: UserPool?.Id ?? '', JobId })).toEqual(
    refused('ResourceNotFound', `User import job ${JobId} does not exist.`),
  )
})

test('a job that nobody starts within a day has expired', async () => {
  const pool = await testPool()
  const { UserPoolId, JobId, CreationDate = 0 } = await newJob(pool)
  pool.wait({ days: 1 })
  expect((await pool.call('DescribeUserImportJob', { UserPoolId, JobId })).UserImportJob).toMatchObject({
    Status: 'Expired',
    CompletionMessage: 'The user import job has expired.',
    CompletionDate: CreationDate + 86_400,
  })
})
