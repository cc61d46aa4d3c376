import { expect, test } from 'vitest'
import { newJob } from '../test-import.ts'
import { refused, testPool } from '../test-pool.ts'

test('ends a job that was not started, once and for all', async () => {
  const pool = await testPool()
  const { UserPoolId, JobId } = await newJob(pool)
  const { UserImportJob } = await pool.call('StopUserImportJob', { UserPoolId, JobId })
  expect(UserImportJob).toMatchObject({
    Status: 'Stopped',
    CompletionMessage: 'The Import Job was stopped by the developer.',
    CompletionDate: pool.now() / 1000,
  })
  expect(await pool.call('DescribeUserImportJob', { UserPoolId, JobId })).toEqual({ UserImportJob })
  const ended = (verb: string) => refused('PreconditionNotMet', `The job is Stopped and cannot be ${verb}.`)
  expect(await pool.refusal('StopUserImportJob', { UserPoolId, JobId })).toEqual(ended('stopped'))
  expect(await pool.refusal('StartUserImportJob', { UserPoolId, JobId })).toEqual(ended('started'))
})

test('refuses a job that does not exist', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('StopUserImportJob', { UserPoolId, JobId: 'import-none' })).toEqual(
    refused('ResourceNotFound', 'User import job import-none does not exist.'),
  )
})
