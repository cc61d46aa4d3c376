import { describe, expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const plan = { Name: 'plan', AttributeDataType: 'String', Mutable: true } as const

test('adds attributes that users may then have, and that keep their limits', async () => {
  const { call, refusal, confirmedUser, user, userPoolId: UserPoolId } = await testPool()
  const { email } = await confirmedUser()
  const level = {
    Name: 'level',
    AttributeDataType: 'Number',
    NumberAttributeConstraints: { MaxValue: '3' },
  } as const
  await call('AddCustomAttributes', { UserPoolId, CustomAttributes: [plan, level] })
  const set = (Name: string, Value: string) => ({
    UserPoolId,
    Username: email,
    UserAttributes: [{ Name, Value }],
  })
  await call('AdminUpdateUserAttributes', set('custom:plan', 'gold'))
  expect((await user(email)).attributes).toMatchObject({ 'custom:plan': 'gold' })
  expect(await refusal('AdminUpdateUserAttributes', set('custom:level', '4'))).toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('shows them in the schema, those of developers under a prefix of their own', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const secret = { Name: 'secret', DeveloperOnlyAttribute: true }
  await call('AddCustomAttributes', { UserPoolId, CustomAttributes: [plan, secret] })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool?.SchemaAttributes?.slice(-2)).toMatchObject([
    { ...plan, Name: 'custom:plan', Required: false },
    { Name: 'dev:custom:secret', AttributeDataType: 'String' },
  ])
})

describe('refuses', () => {
  test.each([
    ['a name that is taken', [plan], 'custom:plan: Existing attribute already has name custom:plan.'],
    [
      'the same name twice',
      [{ Name: 'x' }, { Name: 'x' }],
      'custom:x: Existing attribute already has name custom:x.',
    ],
    [
      'a required one',
      [{ Name: 'x', Required: true }],
      'Required custom attributes are not supported currently.',
    ],
  ])('%s, and adds nothing', async (_, CustomAttributes, message) => {
    const { call, refusal, userPoolId: UserPoolId } = await testPool({ Schema: [plan] })
    const before = await call('DescribeUserPool', { UserPoolId })
    expect(await refusal('AddCustomAttributes', { UserPoolId, CustomAttributes })).toEqual(
      refused('InvalidParameter', message),
    )
    expect(await call('DescribeUserPool', { UserPoolId })).toEqual(before)
  })

  test('the fifty-first', async () => {
    const { call, refusal, userPoolId: UserPoolId } = await testPool()
    const named = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => ({ Name: `a${from + index}` }))
    await call('AddCustomAttributes', { UserPoolId, CustomAttributes: named(0, 25) })
    await call('AddCustomAttributes', { UserPoolId, CustomAttributes: named(25, 50) })
    expect(await refusal('AddCustomAttributes', { UserPoolId, CustomAttributes: named(50, 51) })).toEqual(
      refused('InvalidParameter', 'A user pool may have no more than 50 custom attributes.'),
    )
  })
})
