import type { Scene } from './scene.ts'
import { firstPassword, newEmail, secretHash } from './world.ts'

export const signUp: Scene = async (run, world) => {
  const email = newEmail(world)
  const { ClientId } = run.chance.is(0.3) ? world.confidential : world
  const SecretHash = ClientId === world.ClientId ? undefined : secretHash(world.confidential, email)
  const of = { ClientId, Username: email, SecretHash }
  if (
    !(await run.try('SignUp', {
      ...of,
      Password: firstPassword,
      UserAttributes: [{ Name: 'email', Value: email }],
    }))
  )
    return
  if (run.chance.is(0.3)) await run.try('ResendConfirmationCode', of)
  if (run.chance.is(0.2))
    return run.try('AdminConfirmSignUp', { UserPoolId: world.UserPoolId, Username: email })
  const ConfirmationCode = await run.inbox(email)
  if (!(await run.try('ConfirmSignUp', { ...of, ConfirmationCode }))) return
  world.people.push({ email, password: firstPassword })
  if (world.people.length > 8) world.people.shift()
}

export const forgotPassword: Scene = async (run, { ClientId }, person) => {
  if (!(await run.try('ForgotPassword', { ClientId, Username: person.email }))) return
  const ConfirmationCode = await run.inbox(person.email)
  const Password = `${firstPassword}-${run.chance.below(100)}`
  if (
    await run.try('ConfirmForgotPassword', { ClientId, Username: person.email, ConfirmationCode, Password })
  ) {
    person.password = Password
  }
}

export const changePassword: Scene = async (run, _, person) => {
  const { AccessToken, password: PreviousPassword } = person
  const ProposedPassword = `${firstPassword}-${run.chance.below(100)}`
  if (await run.try('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword }))
    person.password = ProposedPassword
}

export const verifyAddress: Scene = async (run, _, { AccessToken, email }) => {
  if (!(await run.try('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' }))) return
  await run.try('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code: await run.inbox(email) })
}

export const importJob: Scene = async (run, world) => {
  const { UserPoolId } = world
  const CloudWatchLogsRoleArn = 'arn:aws:iam::000000000000:role/CognitoCloudWatchLogsRole'
  const { UserImportJob } =
    (await run.try('CreateUserImportJob', { UserPoolId, JobName: 'people', CloudWatchLogsRoleArn })) ?? {}
  const { CSVHeader = [] } = (await run.call('GetCSVHeader', { UserPoolId })) ?? {}
  if (!UserImportJob?.PreSignedUrl) return
  const email = newEmail(world)
  const row: Record<string, string> = {
    'cognito:username': email,
    email,
    email_verified: 'true',
    'cognito:mfa_enabled': 'false',
  }
  const file = [CSVHeader, CSVHeader.map((name: string) => row[name] ?? '')].join('\n')
  await run.send({
    name: 'PUT /_local/import-jobs',
    request: () =>
      new Request(UserImportJob.PreSignedUrl, {
        method: 'PUT',
        body: run.chance.is(0.4) ? run.inputs.hostileText(file) : file,
      }),
    judge: () => [],
    told: () => file,
  })
  const { JobId } = UserImportJob
  await run.try(run.chance.is(0.7) ? 'StartUserImportJob' : 'StopUserImportJob', { UserPoolId, JobId })
  await run.try('DescribeUserImportJob', { UserPoolId, JobId })
}

export const watched: Scene = async (run, { UserPoolId }, { email: Username }) => {
  const { AuthEvents = [] } = (await run.try('AdminListUserAuthEvents', { UserPoolId, Username })) ?? {}
  const EventId = AuthEvents[0]?.EventId
  if (EventId)
    await run.try('AdminUpdateAuthEventFeedback', { UserPoolId, Username, EventId, FeedbackValue: 'Valid' })
}

export const tidy: Scene = async (run, world) => {
  // Pools that were made on the way, so that there are not ever more of them.
  const { UserPools = [] } = (await run.call('ListUserPools', { MaxResults: 60 })) ?? {}
  for (const { Id } of UserPools) {
    if (Id === world.UserPoolId) continue
    await run.call('UpdateUserPool', { UserPoolId: Id, DeletionProtection: 'INACTIVE' })
    await run.call('DeleteUserPool', { UserPoolId: Id })
  }
}
