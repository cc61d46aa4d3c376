import { expect, test } from 'vitest'
import { CloudWatchLogsRoleArn, newJob, upload } from '../test-import.ts'
import { refused, testPool } from '../test-pool.ts'

test('makes a job that waits for its file at an address of this pool', async () => {
  const pool = await testPool()
  const job = await newJob(pool)
  expect(job).toEqual({
    JobName: 'people',
    JobId: expect.stringMatching(/^import-[0-9a-zA-Z]{10}$/),
    UserPoolId: pool.userPoolId,
    PreSignedUrl: `http://localhost:9339/_local/import-jobs/${job.JobId}`,
    CreationDate: pool.now() / 1000,
    Status: 'Created',
    CloudWatchLogsRoleArn,
    ImportedUsers: 0,
    SkippedUsers: 0,
    FailedUsers: 0,
  })
})

test('the address takes files for a quarter of an hour', async () => {
  const pool = await testPool()
  const job = await newJob(pool)
  expect(await upload(pool, job, 'first')).toBe(200)
  pool.wait({ minutes: 15 })
  expect(await upload(pool, job, 'second')).toBe(200)
  pool.wait({ seconds: 1 })
  expect(await upload(pool, job, 'third')).toBe(403)
})

test('nothing is taken where no job waits', async () => {
  const pool = await testPool()
  const job = await newJob(pool)
  expect(await upload(pool, { PreSignedUrl: `${job.PreSignedUrl}x` }, 'file')).toBe(403)
  await pool.call('StopUserImportJob', { UserPoolId: job.UserPoolId, JobId: job.JobId })
  expect(await upload(pool, job, 'file')).toBe(403)
})

test('a foreign name for this machine is refused, as all of /_local is', async () => {
  const pool = await testPool()
  const { PreSignedUrl = '' } = await newJob(pool)
  const foreign = PreSignedUrl.replace('localhost', 'evil.example')
  expect(await upload(pool, { PreSignedUrl: foreign }, 'file')).toBe(403)
  expect(await upload(pool, { PreSignedUrl }, 'file')).toBe(200)
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  const input = { UserPoolId: 'ap-northeast-1_none', JobName: 'people', CloudWatchLogsRoleArn }
  expect(await refusal('CreateUserImportJob', input)).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
