import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  InvalidParameterException,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
  ResourceNotFoundException,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { newClient, newUserPool, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

test('makes a pool, describes it as it was made, changes it and deletes it', async () => {
  const { admin, region } = target
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      PoolName: 'Customers, 2026',
      AliasAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      Schema: [{ Name: 'plan', AttributeDataType: 'String', Mutable: false }],
      UserPoolTags: { stage: 'test' },
    }),
  )
  const UserPoolId = UserPool?.Id
  expect(UserPoolId).toMatch(new RegExp(`^${region}_[0-9A-Za-z]+$`))
  expect(UserPool?.CreationDate).toBeInstanceOf(Date)

  const described = await admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  expect(described.UserPool).toMatchObject({
    Id: UserPoolId,
    Name: 'Customers, 2026',
    AliasAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true, RequireNumbers: false } },
    UserPoolTags: { stage: 'test' },
    EstimatedNumberOfUsers: 0,
  })
  expect(described.UserPool?.SchemaAttributes).toContainEqual(
    expect.objectContaining({ Name: 'custom:plan', Mutable: false }),
  )

  await admin.send(
    new UpdateUserPoolCommand({ UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 20 } } }),
  )
  const updated = await admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  expect(updated.UserPool?.Policies?.PasswordPolicy?.MinimumLength).toBe(20)
  expect(updated.UserPool?.AliasAttributes).toEqual(['email'])

  await admin.send(new DeleteUserPoolCommand({ UserPoolId }))
  const gone = admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  expect((await refusal(gone, ResourceNotFoundException)).message).toBe(
    `User pool ${UserPoolId} does not exist.`,
  )
})

test('keeps a pool whose deletion protection is on', async () => {
  const { admin } = target
  const UserPoolId = await newUserPool(admin, { DeletionProtection: 'ACTIVE' })
  await refusal(admin.send(new DeleteUserPoolCommand({ UserPoolId })), InvalidParameterException)
  await admin.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' }))
  await admin.send(new DeleteUserPoolCommand({ UserPoolId }))
})

test('makes an app client with a secret, describes it, changes it and deletes it', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'server',
      GenerateSecret: true,
      AccessTokenValidity: 10,
      TokenValidityUnits: { AccessToken: 'minutes' },
    }),
  )
  const { ClientId, ClientSecret } = UserPoolClient ?? {}
  expect(ClientId).toMatch(/^[0-9a-z]{26}$/)
  expect(ClientSecret).toMatch(/^[0-9a-z]{51,52}$/)

  const described = await admin.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  expect(described.UserPoolClient).toMatchObject({
    ClientName: 'server',
    ClientSecret,
    AccessTokenValidity: 10,
    RefreshTokenValidity: 30,
    EnableTokenRevocation: true,
  })
  expect(described.UserPoolClient?.LastModifiedDate).toBeInstanceOf(Date)

  const updated = await admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    }),
  )
  expect(updated.UserPoolClient).toMatchObject({
    ClientName: 'server',
    ClientSecret,
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
  })
  // What is not given gets its default again.
  expect(updated.UserPoolClient?.AccessTokenValidity).toBeUndefined()

  await admin.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }))
  const gone = admin.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  expect((await refusal(gone, ResourceNotFoundException)).message).toBe(
    `User pool client ${ClientId} does not exist.`,
  )
})

test('lists pools a page at a time, each pool once', async () => {
  const { admin } = target
  const made = await Promise.all(Array.from({ length: 5 }, () => newUserPool(admin)))
  const first = await admin.send(new ListUserPoolsCommand({ MaxResults: 2 }))
  expect(first.UserPools).toHaveLength(2)
  expect(first.UserPools?.[0]?.LastModifiedDate).toBeInstanceOf(Date)

  const listed: (string | undefined)[] = []
  for await (const { UserPools = [] } of paginateListUserPools(
    { client: admin, pageSize: 2 },
    { MaxResults: 2 },
  )) {
    expect(UserPools.length).toBeLessThanOrEqual(2)
    listed.push(...UserPools.map(({ Id }) => Id))
  }
  expect(listed).toEqual(expect.arrayContaining([...made, target.userPoolId]))
  expect(new Set(listed).size).toBe(listed.length)
})

test('lists the app clients of one pool a page at a time', async () => {
  const { admin } = target
  const UserPoolId = await newUserPool(admin)
  const made = await Promise.all(
    Array.from({ length: 3 }, () => newClient({ admin, userPoolId: UserPoolId })),
  )
  const first = await admin.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 1 }))
  expect(first.NextToken).toBeDefined()

  const listed: (string | undefined)[] = []
  for await (const { UserPoolClients = [] } of paginateListUserPoolClients(
    { client: admin, pageSize: 1 },
    { UserPoolId },
  )) {
    listed.push(...UserPoolClients.map(({ ClientId }) => ClientId))
  }
  expect(listed.sort()).toEqual(made.sort())
})

test('words what the model of the API does not allow as AWS does', async () => {
  const wrong = target.admin.send(new DescribeUserPoolCommand({ UserPoolId: 'no pool' }))
  expect((await refusal(wrong, InvalidParameterException)).message).toBe(
    "1 validation error detected: Value 'no pool' at 'userPoolId' failed to satisfy constraint: " +
      'Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+',
  )
})
