import { expect, test } from 'vitest'
import { newJob, upload } from '../test-import.ts'
import { testPassword as PASSWORD, refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('deletes the pool with clients, users and sessions', async () => {
  const pool = await testPool()
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  expect(await pool.call('DeleteUserPool', { UserPoolId })).toEqual({})
  const gone = refused('ResourceNotFound', `User pool ${UserPoolId} does not exist.`)
  expect(await pool.refusal('DescribeUserPool', { UserPoolId })).toEqual(gone)
  expect(await pool.refusal('DeleteUserPool', { UserPoolId })).toEqual(gone)
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(gone)
  const AuthParameters = { USERNAME: email, PASSWORD }
  expect(
    await pool.refusal('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
  ).toEqual(refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`))
})

test('takes what belongs to the pool with it: an import that waits for its file waits no longer', async () => {
  const pool = await testPool()
  const { UserPoolId, PreSignedUrl } = await newJob(pool)
  await pool.call('CreateResourceServer', { UserPoolId, Identifier: 'api', Name: 'API' })
  await pool.call('DeleteUserPool', { UserPoolId })
  expect(await upload(pool, { PreSignedUrl }, 'file')).toBe(403)
  expect(await pool.refusal('DescribeResourceServer', { UserPoolId, Identifier: 'api' })).toEqual(
    refused('ResourceNotFound', `User pool ${UserPoolId} does not exist.`),
  )
})

test('refuses while deletion protection is on', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool({ DeletionProtection: 'ACTIVE' })
  expect(await refusal('DeleteUserPool', { UserPoolId })).toEqual(
    refused(
      'InvalidParameter',
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    ),
  )
  await call('UpdateUserPool', { UserPoolId, DeletionProtection: 'INACTIVE' })
  await call('DeleteUserPool', { UserPoolId })
})
