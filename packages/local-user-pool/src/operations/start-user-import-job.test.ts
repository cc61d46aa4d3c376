import { describe, expect, test } from 'vitest'
import { fileOf, imported, newJob, row, upload } from '../test-import.ts'
import { refused, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('makes users of the rows, who choose a password before they sign in', async () => {
  const pool = await testPool()
  const file = await fileOf(pool, [
    row(email, { name: '山田 花子', address: '1-2\\, Tokyo' }),
    row('taro@example.com'),
  ])
  const job = await newJob(pool)
  const { UserPoolId, JobId } = job
  await upload(pool, job, file)
  pool.wait({ minutes: 1 })
  expect((await pool.call('StartUserImportJob', { UserPoolId, JobId })).UserImportJob).toMatchObject({
    Status: 'Pending',
    StartDate: pool.now() / 1000,
    ImportedUsers: 0,
  })
  expect((await pool.call('DescribeUserImportJob', { UserPoolId, JobId })).UserImportJob).toMatchObject({
    Status: 'Succeeded',
    CompletionDate: pool.now() / 1000,
    ImportedUsers: 2,
    SkippedUsers: 0,
    FailedUsers: 0,
  })
  const user = await pool.user(email)
  expect(user).toMatchObject({ status: 'RESET_REQUIRED', enabled: true })
  expect(user.attributes).toMatchObject({
    email,
    email_verified: 'true',
    name: '山田 花子',
    address: '1-2, Tokyo',
  })

  const { clientId: ClientId } = pool
  await pool.call('ForgotPassword', { ClientId, Username: email })
  const ConfirmationCode = await pool.sent(email)
  const Password = testPassword
  await pool.call('ConfirmForgotPassword', { ClientId, Username: email, ConfirmationCode, Password })
  expect(await pool.signIn(email, Password)).toHaveProperty('AuthenticationResult.AccessToken')
})

test('where codes let people in, imported users come in by one at once', async () => {
  const pool = await testPool({
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  await imported(pool, await fileOf(pool, [row(email)]))
  expect(await pool.user(email)).toMatchObject({ status: 'CONFIRMED' })
})

test('takes the columns in any order, and lines that end as on Windows', async () => {
  const pool = await testPool()
  const file = await fileOf(pool, [row(email)])
  const mirrored = file.split('\n').map((line) => line.split(',').reverse().join(','))
  expect(await imported(pool, `${mirrored.join('\r\n')}\r\n`)).toMatchObject({ ImportedUsers: 1 })
  expect((await pool.user(email)).attributes).toMatchObject({ email })
})

test('turns codes by text message on for those who have it so', async () => {
  const pool = await testPool({ AutoVerifiedAttributes: ['email', 'phone_number'] })
  const phone = {
    phone_number: '+819012345678',
    phone_number_verified: 'true',
    'cognito:mfa_enabled': 'TRUE',
  }
  await imported(pool, await fileOf(pool, [row(email, phone)]))
  const { userPoolId: UserPoolId } = pool
  expect(await pool.call('AdminGetUser', { UserPoolId, Username: email })).toMatchObject({
    UserMFASettingList: ['SMS_MFA'],
  })
})

describe('of the rows,', () => {
  test('those that cannot be users fail, and the others are imported', async () => {
    const pool = await testPool({ Schema: [{ Name: 'family_name', Required: true }] })
    const fine = { family_name: 'Yamada' }
    const header = (await fileOf(pool, [])).split(',').length
    const file = await fileOf(pool, [
      row('fine@example.com', fine),
      row('unverified@example.com', { ...fine, email_verified: 'false' }),
      row('incomplete@example.com'),
      row('undecided@example.com', { ...fine, 'cognito:mfa_enabled': '' }),
      row('nameless@example.com', { ...fine, 'cognito:username': '' }),
      row('misnamed@example.com', { ...fine, 'cognito:username': 'misnamed' }),
      row('misfit@example.com', { ...fine, updated_at: 'yesterday' }),
      row('long@example.com', {
        ...fine,
        ...Object.fromEntries(long.map((name) => [name, 'x'.repeat(2048)])),
      }),
    ])
    const job = await imported(pool, `${file}\n${'x,'.repeat(header)}`)
    expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, SkippedUsers: 0, FailedUsers: 8 })
    const { Users } = await pool.call('ListUsers', { UserPoolId: pool.userPoolId })
    expect(Users).toHaveLength(1)
  })

  const long = ['name', 'given_name', 'middle_name', 'nickname', 'profile', 'picture', 'website', 'gender']

  test('those of somebody who is there are skipped, and change nothing', async () => {
    const pool = await testPool()
    await pool.confirmedUser(email)
    const before = await pool.user(email)
    const file = await fileOf(pool, [
      row(email.toUpperCase(), { name: 'new' }),
      row('taro@example.com'),
      row('taro@example.com'),
    ])
    expect(await imported(pool, file)).toMatchObject({ ImportedUsers: 1, SkippedUsers: 2, FailedUsers: 0 })
    expect(await pool.user(email)).toEqual(before)
  })
})

test('a job that imports nobody has failed', async () => {
  const pool = await testPool()
  expect(await imported(pool, await fileOf(pool, [row('nonsense')]))).toMatchObject({
    Status: 'Failed',
    CompletionMessage: 'Too many users have failed or been skipped during the import.',
    FailedUsers: 1,
  })
})

test.each([
  ['is empty', () => ''],
  ['lacks a column', (file: string) => file.replace('nickname,', '')],
  ['has another column', (file: string) => file.replace('nickname,', 'nickname,more,')],
  ['has a column twice', (file: string) => file.replace('nickname,', 'name,')],
])('a job whose file %s has failed', async (_, changed) => {
  const pool = await testPool()
  const file = changed(await fileOf(pool, [row(email)]))
  expect(await imported(pool, file)).toMatchObject({ Status: 'Failed', ImportedUsers: 0 })
  expect((await pool.call('ListUsers', { UserPoolId: pool.userPoolId })).Users).toEqual([])
})

describe('refuses', () => {
  test('a job without a file, or one that has ended', async () => {
    const pool = await testPool()
    const job = await newJob(pool)
    const { UserPoolId, JobId } = job
    expect(await pool.refusal('StartUserImportJob', { UserPoolId, JobId })).toEqual(
      refused('PreconditionNotMet', 'No file was uploaded to the PreSignedUrl of the job.'),
    )
    await upload(pool, job, await fileOf(pool, [row(email)]))
    await pool.call('StartUserImportJob', { UserPoolId, JobId })
    expect(await pool.refusal('StartUserImportJob', { UserPoolId, JobId })).toEqual(
      refused('PreconditionNotMet', 'The job is Succeeded and cannot be started.'),
    )
  })

  test('a job whose time is over', async () => {
    const pool = await testPool()
    const job = await newJob(pool)
    const { UserPoolId, JobId } = job
    await upload(pool, job, await fileOf(pool, [row(email)]))
    pool.wait({ days: 1 })
    expect(await pool.refusal('StartUserImportJob', { UserPoolId, JobId })).toEqual(
      refused('PreconditionNotMet', 'The job is Expired and cannot be started.'),
    )
  })

  test('a job of a pool that verifies nothing', async () => {
    const pool = await testPool({ AutoVerifiedAttributes: [] })
    const job = await newJob(pool)
    const { UserPoolId, JobId } = job
    await upload(pool, job, await fileOf(pool, [row(email)]))
    expect(await pool.refusal('StartUserImportJob', { UserPoolId, JobId })).toEqual(
      refused('PreconditionNotMet', 'The user pool has no attribute that is verified automatically.'),
    )
  })

  test('a job that does not exist', async () => {
    const { refusal, userPoolId: UserPoolId } = await testPool()
    expect(await refusal('StartUserImportJob', { UserPoolId, JobId: 'import-none' })).toEqual(
      refused('ResourceNotFound', 'User import job import-none does not exist.'),
    )
  })
})
