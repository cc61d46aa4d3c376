import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('makes a group', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const group = { GroupName: 'staff', UserPoolId, Description: 'People', Precedence: 1 }
  const { Group } = await call('CreateGroup', group)
  expect(Group).toMatchObject({ ...group, CreationDate: Date.UTC(2026, 10, 21, 9) / 1000 })
  expect(await call('GetGroup', { UserPoolId, GroupName: 'staff' })).toEqual({ Group })
})

test('refuses a name that is taken, and keeps the group that has it', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  await call('CreateGroup', { UserPoolId, GroupName: 'staff', Description: 'first' })
  expect(await refusal('CreateGroup', { UserPoolId, GroupName: 'staff', Description: 'second' })).toEqual(
    refused('GroupExists', 'A group with the name already exists.'),
  )
  expect(await call('GetGroup', { UserPoolId, GroupName: 'staff' })).toMatchObject({
    Group: { Description: 'first' },
  })
})

test('keeps nothing that the model does not name', async () => {
  const { call, fetch, userPoolId: UserPoolId } = await testPool()
  const response = await fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: {
        'x-amz-target': 'AWSCognitoIdentityProviderService.CreateGroup',
        authorization: 'AWS4-HMAC-SHA256 Credential=test',
      },
      body: JSON.stringify({ UserPoolId, GroupName: 'staff', Surprise: { deep: true } }),
    }),
  )
  expect(await response.json()).not.toHaveProperty('Group.Surprise')
  expect(await call('GetGroup', { UserPoolId, GroupName: 'staff' })).not.toHaveProperty('Group.Surprise')
})
