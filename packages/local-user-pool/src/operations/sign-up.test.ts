import { describe, expect, test } from 'vitest'
import { testPassword as Password, refused, testPool } from '../test-pool.ts'

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

test('takes no password that is missing', async () => {
  const { refusal, clientId: ClientId } = await testPool()
  expect(await refusal('SignUp', { ClientId, Username })).toEqual(
    refused('InvalidParameter', 'Missing required parameter Password'),
  )
})

test('of many same sign-ups at once makes one user', async () => {
  const { attempt, call, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  const signUp = () => attempt('SignUp', { ClientId, Username, Password })
  const answers = await Promise.all(Array.from({ length: 5 }, signUp))
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
  expect((await call('ListUsers', { UserPoolId })).Users).toHaveLength(1)
})

test('a client with a secret must prove that it knows it', async () => {
  const { refusal, call, client } = await testPool()
  const { ClientId, secretHash } = await client({ GenerateSecret: true })
  const input = { ClientId, Username, Password }
  expect(await refusal('SignUp', input)).toEqual(
    refused('NotAuthorized', `Client ${ClientId} is configured with secret but SECRET_HASH was not received`),
  )
  expect(await refusal('SignUp', { ...input, SecretHash: secretHash('other') })).toEqual(
    refused('NotAuthorized', `Unable to verify secret hash for client ${ClientId}`),
  )
  await call('SignUp', { ...input, SecretHash: secretHash(Username) })
})

test('says that a client does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('SignUp', { ClientId: 'unknown', Username, Password })).toEqual(
    refused('ResourceNotFound', 'User pool client unknown does not exist.'),
  )
})

test('takes a password with characters beyond ASCII, an ideographic space among them', async () => {
  const { call, clientId: ClientId, userPoolId: UserPoolId, tokens } = await testPool()
  const password = 'Genkan-2026\u3000玄関🚪'
  await call('SignUp', { ClientId, Username, Password: password })
  await call('AdminConfirmSignUp', { UserPoolId, Username })
  expect(await tokens(Username, password)).toHaveProperty('AccessToken')
})

describe('in a pool with usernames', () => {
  const plain = { UsernameAttributes: [] }

  test('the username is the user’s own, and no code is sent without an address', async () => {
    const { call, clientId: ClientId, user } = await testPool(plain)
    const answer = await call('SignUp', { ClientId, Username: 'taro', Password })
    expect(answer).toEqual({ UserConfirmed: false, UserSub: expect.stringMatching(/^[\da-f-]{36}$/) })
    expect(await user('taro')).toMatchObject({ username: 'taro', attributes: { sub: answer.UserSub } })
  })

  test('a name that is taken is refused', async () => {
    const { call, refusal, clientId: ClientId } = await testPool(plain)
    await call('SignUp', { ClientId, Username: 'taro', Password })
    expect(await refusal('SignUp', { ClientId, Username: 'Taro', Password })).toEqual(
      refused('UsernameExists', 'User already exists'),
    )
  })

  test('letter case tells users apart where the pool says so', async () => {
    const { call, clientId: ClientId } = await testPool({
      ...plain,
      UsernameConfiguration: { CaseSensitive: true },
    })
    await call('SignUp', { ClientId, Username: 'taro', Password })
    await call('SignUp', { ClientId, Username: 'Taro', Password })
  })

  test('refuses names that could be aliases', async () => {
    const { refusal, clientId: ClientId } = await testPool({
      ...plain,
      AliasAttributes: ['email', 'phone_number'],
    })
    expect(await refusal('SignUp', { ClientId, Username, Password })).toEqual(
      refused(
        'InvalidParameter',
        'Username cannot be of email format, since user pool is configured for email alias.',
      ),
    )
    expect(await refusal('SignUp', { ClientId, Username: '+819012345678', Password })).toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  test('an address is an alias when it is verified, not before', async () => {
    const {
      call,
      clientId: ClientId,
      tokens,
      sent,
      refusal,
    } = await testPool({ ...plain, AliasAttributes: ['email'] })
    const UserAttributes = [{ Name: 'email', Value: Username }]
    await call('SignUp', { ClientId, Username: 'taro', Password, UserAttributes })
    const AuthParameters = { USERNAME: Username, PASSWORD: Password }
    expect(
      await refusal('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    ).toEqual(refused('NotAuthorized', 'Incorrect username or password.'))
    await call('ConfirmSignUp', { ClientId, Username: 'taro', ConfirmationCode: await sent(Username) })
    expect(await tokens('TARO@example.com')).toHaveProperty('AccessToken')
  })
})

test('in a pool with e-mail and phone numbers, either is a name', async () => {
  const {
    call,
    clientId: ClientId,
    refusal,
    user,
  } = await testPool({
    UsernameAttributes: ['email', 'phone_number'],
    AutoVerifiedAttributes: ['email', 'phone_number'],
  })
  const phone = '+819012345678'
  expect(await call('SignUp', { ClientId, Username: phone, Password })).toMatchObject({
    CodeDeliveryDetails: {
      AttributeName: 'phone_number',
      DeliveryMedium: 'SMS',
      Destination: '+********5678',
    },
  })
  expect(await user(phone)).toMatchObject({ attributes: { phone_number: phone } })
  expect(await refusal('SignUp', { ClientId, Username: phone, Password })).toEqual(
    refused('UsernameExists', 'An account with the given phone_number already exists.'),
  )
  expect(await refusal('SignUp', { ClientId, Username: 'taro', Password })).toEqual(
    refused('InvalidParameter', 'Username should be either an email or a phone number.'),
  )
})

test('sets immutable attributes once, and refuses those that the client may not write', async () => {
  const Schema = [{ Name: 'tenant', Mutable: false }]
  const { call, clientId: ClientId, user, client, refusal } = await testPool({ Schema })
  const UserAttributes = [{ Name: 'custom:tenant', Value: 'a' }]
  await call('SignUp', { ClientId, Username, Password, UserAttributes })
  expect(await user(Username)).toMatchObject({ attributes: { 'custom:tenant': 'a' } })
  const narrow = await client({ WriteAttributes: ['name'] })
  const input = { ClientId: narrow.ClientId, Username: 'other@example.com', Password, UserAttributes }
  expect(await refusal('SignUp', input)).toEqual(
    refused('NotAuthorized', 'A client attempted to write unauthorized attribute'),
  )
})
