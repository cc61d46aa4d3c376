import {
  AdminGetUserCommand,
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  GetCSVHeaderCommand,
  ListUserImportJobsCommand,
  PreconditionNotMetException,
  StartUserImportJobCommand,
  StopUserImportJobCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEmail } from '../people.ts'
import { refusal } from '../refusal.ts'
import { present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

async function newJob() {
  const { admin, userPoolId: UserPoolId } = target
  const { UserImportJob } = await admin.send(
    new CreateUserImportJobCommand({
      UserPoolId,
      JobName: 'people',
      CloudWatchLogsRoleArn: 'arn:aws:iam::000000000000:role/CognitoCloudWatchLogsRole',
    }),
  )
  return present(UserImportJob)
}

test('imports the users of a file that was uploaded over HTTP', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const email = newEmail()
  const { CSVHeader = [] } = await admin.send(new GetCSVHeaderCommand({ UserPoolId }))
  const user: Record<string, string> = {
    'cognito:username': email,
    'cognito:mfa_enabled': 'false',
    email,
    email_verified: 'true',
  }
  const csv = [CSVHeader, CSVHeader.map((name) => user[name] ?? '')].join('\n')

  const { JobId, PreSignedUrl } = await newJob()
  const uploaded = await fetch(present(PreSignedUrl), {
    method: 'PUT',
    headers: { 'x-amz-server-side-encryption': 'aws:kms' },
    body: csv,
  })
  expect(uploaded.status).toBe(200)
  const started = await admin.send(new StartUserImportJobCommand({ UserPoolId, JobId }))
  expect(started.UserImportJob?.Status).toBe('Pending')
  await expect
    .poll(async () => {
      const { UserImportJob } = await admin.send(new DescribeUserImportJobCommand({ UserPoolId, JobId }))
      return [UserImportJob?.Status, UserImportJob?.ImportedUsers]
    })
    .toEqual(['Succeeded', 1])
  const { UserStatus } = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: email }))
  expect(UserStatus).toBe('RESET_REQUIRED')
})

test('stops a job, which then cannot be started, and lists the latest first', async () => {
  const { admin, userPoolId: UserPoolId } = target
  await newJob()
  const { JobId } = await newJob()
  const { UserImportJob } = await admin.send(new StopUserImportJobCommand({ UserPoolId, JobId }))
  expect(UserImportJob?.Status).toBe('Stopped')
  await refusal(admin.send(new StartUserImportJobCommand({ UserPoolId, JobId })), PreconditionNotMetException)
  const { UserImportJobs } = await admin.send(new ListUserImportJobsCommand({ UserPoolId, MaxResults: 1 }))
  expect(UserImportJobs?.map((job) => job.JobId)).toEqual([JobId])
})
