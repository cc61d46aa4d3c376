import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('makes a member, once, under any name; new tokens say so', async () => {
  const { call, confirmedUser, tokens, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(Username)
  await call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  const before = await tokens(Username)
  for (const name of [Username, 'HANAKO@example.com']) {
    expect(await call('AdminAddUserToGroup', { UserPoolId, GroupName: 'staff', Username: name })).toEqual({})
  }
  const after = await tokens(Username)
  expect(decodeJwt(before.IdToken)).not.toHaveProperty('cognito:groups')
  expect(decodeJwt(after.IdToken)).toMatchObject({ 'cognito:groups': ['staff'] })
  expect(decodeJwt(after.AccessToken)).toMatchObject({ 'cognito:groups': ['staff'] })
})

test('refuses nobody, and a group that does not exist', async () => {
  const { call, confirmedUser, refusal, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(Username)
  await call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  expect(
    await refusal('AdminAddUserToGroup', { UserPoolId, GroupName: 'staff', Username: 'nobody' }),
  ).toEqual(refused('UserNotFound', 'User does not exist.'))
  expect(await refusal('AdminAddUserToGroup', { UserPoolId, GroupName: 'none', Username })).toEqual(
    refused('ResourceNotFound', 'Group not found.'),
  )
})
