import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  GroupExistsException,
  ListGroupsCommand,
  ListUsersInGroupCommand,
  paginateAdminListGroupsForUser,
  paginateListGroups,
  paginateListUsersInGroup,
  ResourceNotFoundException,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, invitedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { tokensOf } from '../srp.ts'
import { startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

test('makes a group once, changes what is given of it, and deletes it', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const GroupName = '管理者'
  const { Group } = await admin.send(
    new CreateGroupCommand({ UserPoolId, GroupName, Description: 'before', Precedence: 3 }),
  )
  expect(Group).toMatchObject({ UserPoolId, GroupName, Precedence: 3 })
  expect(Group?.CreationDate).toBeInstanceOf(Date)
  await refusal(admin.send(new CreateGroupCommand({ UserPoolId, GroupName })), GroupExistsException)

  await admin.send(new UpdateGroupCommand({ UserPoolId, GroupName, Description: 'after' }))
  const read = await admin.send(new GetGroupCommand({ UserPoolId, GroupName }))
  expect(read.Group).toMatchObject({ Description: 'after', Precedence: 3 })

  await admin.send(new DeleteGroupCommand({ UserPoolId, GroupName }))
  await refusal(admin.send(new GetGroupCommand({ UserPoolId, GroupName })), ResourceNotFoundException)
})

test('puts a user into groups, which tokens then name, and takes them out again', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const member = { UserPoolId, Username: person.email, GroupName: 'editors' }
  const RoleArn = 'arn:aws:iam::000000000000:role/editors'
  await admin.send(new CreateGroupCommand({ UserPoolId, GroupName: 'editors', RoleArn, Precedence: 1 }))
  await admin.send(new AdminAddUserToGroupCommand(member))

  const { Groups } = await admin.send(
    new AdminListGroupsForUserCommand({ UserPoolId, Username: person.email }),
  )
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['editors'])
  const { idToken, accessToken } = await tokensOf(target, person)
  expect(decodeJwt(idToken)).toMatchObject({
    'cognito:groups': ['editors'],
    'cognito:roles': [RoleArn],
    'cognito:preferred_role': RoleArn,
  })
  expect(decodeJwt(accessToken)['cognito:groups']).toEqual(['editors'])

  await admin.send(new AdminRemoveUserFromGroupCommand(member))
  expect(decodeJwt((await tokensOf(target, person)).idToken)).not.toHaveProperty('cognito:groups')
})

test('lists groups, members and memberships a page at a time', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const names = ['list-a', 'list-b', 'list-c']
  const people = await Promise.all(names.map(() => invitedUser(target)))
  const [first] = people
  for (const GroupName of names) {
    await admin.send(new CreateGroupCommand({ UserPoolId, GroupName }))
    await admin.send(new AdminAddUserToGroupCommand({ UserPoolId, GroupName, Username: first?.sub }))
  }
  for (const { sub } of people) {
    await admin.send(new AdminAddUserToGroupCommand({ UserPoolId, GroupName: 'list-a', Username: sub }))
  }
  expect((await admin.send(new ListGroupsCommand({ UserPoolId, Limit: 1 }))).NextToken).toBeDefined()
  const members = await admin.send(new ListUsersInGroupCommand({ UserPoolId, GroupName: 'list-a', Limit: 1 }))
  expect(members.Users?.[0]?.UserLastModifiedDate).toBeInstanceOf(Date)

  const pages = { client: admin, pageSize: 1 }
  const groups: (string | undefined)[] = []
  for await (const { Groups = [] } of paginateListGroups(pages, { UserPoolId })) {
    groups.push(...Groups.map(({ GroupName }) => GroupName))
  }
  expect(groups).toEqual(expect.arrayContaining(names))
  expect(new Set(groups).size).toBe(groups.length)

  const inGroup: (string | undefined)[] = []
  for await (const { Users = [] } of paginateListUsersInGroup(pages, { UserPoolId, GroupName: 'list-a' })) {
    inGroup.push(...Users.map(({ Username }) => Username))
  }
  expect(inGroup.sort()).toEqual(people.map(({ sub }) => sub).sort())

  const ofUser: (string | undefined)[] = []
  for await (const { Groups = [] } of paginateAdminListGroupsForUser(pages, {
    UserPoolId,
    Username: first?.email,
  })) {
    ofUser.push(...Groups.map(({ GroupName }) => GroupName))
  }
  expect(ofUser.sort()).toEqual(names)
})
