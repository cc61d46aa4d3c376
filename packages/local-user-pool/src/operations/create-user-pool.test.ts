import { describe, expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('makes a pool with an id of its region and Cognito’s defaults', async () => {
  const { call } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'people' })
  expect(UserPool).toMatchObject({
    Id: expect.stringMatching(/^ap-northeast-1_[0-9a-zA-Z]{9}$/),
    Name: 'people',
    MfaConfiguration: 'OFF',
    DeletionProtection: 'INACTIVE',
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 7,
      },
    },
  })
  expect(await call('DescribeUserPool', { UserPoolId: UserPool?.Id ?? '' })).toEqual({
    UserPool: { ...UserPool, EstimatedNumberOfUsers: 0 },
  })
})

test('a password policy of one’s own requires only what it says', async () => {
  const { call } = await testPool()
  const Policies = { PasswordPolicy: { MinimumLength: 12 } }
  const { UserPool } = await call('CreateUserPool', { PoolName: 'people', Policies })
  expect(UserPool?.Policies?.PasswordPolicy).toMatchObject({ MinimumLength: 12, RequireSymbols: false })
})

describe('its schema', () => {
  test('has the standard attributes, changed and added to by one’s own', async () => {
    const { call } = await testPool()
    const Schema = [
      { Name: 'email', Required: true },
      { Name: 'plan', DeveloperOnlyAttribute: true },
      { Name: 'age' },
    ]
    const { UserPool } = await call('CreateUserPool', { PoolName: 'people', Schema })
    const schema = new Map(UserPool?.SchemaAttributes?.map((attribute) => [attribute.Name, attribute]))
    expect(schema.size).toBe(22)
    expect(schema.get('email')).toMatchObject({ Required: true, Mutable: true, AttributeDataType: 'String' })
    expect(schema.get('sub')).toMatchObject({ Required: true, Mutable: false })
    expect([...schema.keys()]).toEqual(expect.arrayContaining(['dev:custom:plan', 'custom:age', 'birthdate']))
  })

  test('cannot require custom attributes', async () => {
    const { refusal } = await testPool()
    const Schema = [{ Name: 'age', Required: true }]
    expect(await refusal('CreateUserPool', { PoolName: 'people', Schema })).toEqual(
      refused('InvalidParameter', 'Required custom attributes are not supported currently.'),
    )
  })
})

test('refuses aliases beside names that are attributes, and makes nothing', async () => {
  const { call, refusal } = await testPool()
  const input = { PoolName: 'people', UsernameAttributes: ['email'], AliasAttributes: ['email'] }
  expect(await refusal('CreateUserPool', input)).toEqual(
    refused(
      'InvalidParameter',
      'Only one of the aliasAttributes or usernameAttributes can be set in a user pool.',
    ),
  )
  expect((await call('ListUserPools', { MaxResults: 60 })).UserPools).toHaveLength(1)
})
