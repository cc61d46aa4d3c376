import type { Operations } from './protocol/types.generated.ts'
import type { TestPool } from './test-pool.ts'

export const CloudWatchLogsRoleArn = 'arn:aws:iam::000000000000:role/CognitoCloudWatchLogsRole'

/** A row of an import; columns that are not named are empty. */
export type TestRow = Readonly<Record<string, string>>

/** Somebody who can be imported into a pool that verifies e-mail addresses. */
export const row = (email: string, more: TestRow = {}): TestRow => ({
  'cognito:username': email,
  'cognito:mfa_enabled': 'false',
  email,
  email_verified: 'true',
  ...more,
})

/** A new import job of the pool, and its id. */
export async function newJob({ call, userPoolId: UserPoolId }: TestPool) {
  const { UserImportJob = {} } = await call('CreateUserImportJob', {
    UserPoolId,
    JobName: 'people',
    CloudWatchLogsRoleArn,
  })
  return { ...UserImportJob, UserPoolId, JobId: UserImportJob.JobId ?? '' }
}

/** PUTs a file where the job waits for it; answers the status. */
export async function upload(
  { fetch }: TestPool,
  { PreSignedUrl = '' }: { readonly PreSignedUrl?: string | undefined },
  body: string,
): Promise<number> {
  return (await fetch(new Request(PreSignedUrl, { method: 'PUT', body }))).status
}

/** The file of these rows, with the pool's header. */
export async function fileOf(
  { call, userPoolId: UserPoolId }: TestPool,
  rows: readonly TestRow[],
): Promise<string> {
  const { CSVHeader = [] } = await call('GetCSVHeader', { UserPoolId })
  return [CSVHeader, ...rows.map((each) => CSVHeader.map((name) => each[name] ?? ''))].join('\n')
}

/** What becomes of a job with this file. */
export async function imported(
  pool: TestPool,
  file: string,
): Promise<NonNullable<Operations['DescribeUserImportJob']['output']['UserImportJob']>> {
  const job = await newJob(pool)
  const { UserPoolId, JobId } = job
  await upload(pool, job, file)
  await pool.call('StartUserImportJob', { UserPoolId, JobId })
  return (await pool.call('DescribeUserImportJob', { UserPoolId, JobId })).UserImportJob ?? {}
}
