import { expect, test } from 'vitest'
import { testPassword as Password, testPool } from '../test-pool.ts'

const Username = 'taro@example.com'

test('makes a user who has still to confirm, and sends a code to the masked address', async () => {
  const { call, clientId: ClientId, userPoolId: UserPoolId, sent } = await testPool()
  const answer = await call('SignUp', { ClientId, Username, Password })
  expect(answer).toMatchObject({
    UserConfirmed: false,
    CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 't***@e***' },
  })
  expect(await sent(Username)).toMatch(/^\d{6}$/)
  const user = await call('AdminGetUser', { UserPoolId, Username })
  expect(user).toMatchObject({ Username: answer.UserSub, UserStatus: 'UNCONFIRMED', Enabled: true })
})

test('refuses an address that is taken, in any letter case', async () => {
  const { call, refusal, clientId: ClientId } = await testPool()
  await call('SignUp', { ClientId, Username, Password })
  expect(await refusal('SignUp', { ClientId, Username: 'Taro@Example.com', Password })).toEqual({
    name: 'UsernameExistsException',
    message: 'An account with the given email already exists.',
  })
})

test.each([
  ['Aa1!', 'Password not long enough'],
  ['lowercase-1', 'Password must have uppercase characters'],
  ['UPPERCASE-1', 'Password must have lowercase characters'],
  ['No-Numbers', 'Password must have numeric characters'],
  ['NoSymbols1', 'Password must have symbol characters'],
])('refuses the password %s: %s', async (password, rule) => {
  const { refusal, clientId: ClientId } = await testPool()
  expect(await refusal('SignUp', { ClientId, Username, Password: password })).toEqual({
    name: 'InvalidPasswordException',
    message: `Password did not conform with policy: ${rule}`,
  })
})

test('refuses a username that is not an e-mail address where people sign in by one', async () => {
  const { refusal, clientId: ClientId } = await testPool()
  expect(await refusal('SignUp', { ClientId, Username: 'taro', Password })).toEqual({
    name: 'InvalidParameterException',
    message: 'Username should be an email.',
  })
})

test('a refused sign-up leaves nothing behind', async () => {
  const { refusal, call, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  await refusal('SignUp', { ClientId, Username, Password: 'short' })
  expect(await call('ListUsers', { UserPoolId })).toEqual({ Users: [] })
})

test('is not permitted where only administrators make users', async () => {
  const { refusal, clientId: ClientId } = await testPool({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  })
  expect(await refusal('SignUp', { ClientId, Username, Password })).toEqual({
    name: 'NotAuthorizedException',
    message: 'SignUp is not permitted for this user pool',
  })
})

test('refuses a user without an attribute that the pool requires', async () => {
  const { refusal, clientId: ClientId } = await testPool({ Schema: [{ Name: 'name', Required: true }] })
  expect(await refusal('SignUp', { ClientId, Username, Password })).toEqual({
    name: 'InvalidParameterException',
    message: 'Attributes did not conform to the schema: name: The attribute is required\n',
  })
})

test('nobody can declare their own address verified', async () => {
  const { refusal, clientId: ClientId } = await testPool()
  const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
  expect(await refusal('SignUp', { ClientId, Username, Password, UserAttributes })).toEqual({
    name: 'NotAuthorizedException',
    message: 'A client attempted to write unauthorized attribute',
  })
})
