import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const address = 'new@example.org'
const AttributeName = 'email'
const keepsOriginal = {
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email' as const] },
}
const mismatch = refused('CodeMismatch', 'Invalid verification code provided, please try again.')
const expired = refused('ExpiredCode', 'Invalid code provided, please request a code again.')
const taken = refused('AliasExists', 'An account with the email already exists.')
const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000')

let pool: TestPool
let AccessToken: string
async function start(...settings: Parameters<typeof testPool>) {
  pool = await testPool(...settings)
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
}
beforeEach(() => start(keepsOriginal))

const change = (Value: string) =>
  pool.call('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name: 'email', Value }] })
const verify = (Code: string) => pool.call('VerifyUserAttribute', { AccessToken, AttributeName, Code })
const refusal = (Code: string) => pool.refusal('VerifyUserAttribute', { AccessToken, AttributeName, Code })
const asAdministrator = (...UserAttributes: { Name: string; Value: string }[]) =>
  pool.call('AdminUpdateUserAttributes', { UserPoolId: pool.userPoolId, Username: email, UserAttributes })
const counts = async (username: string) => (await pool.user(username)).attributes

describe('where an address is to be verified before it counts', () => {
  test('the old one counts, and signs in, until the code for the new one is answered', async () => {
    expect(await change(address)).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await counts(email)).toMatchObject({ email, email_verified: 'true' })
    expect(await pool.tokens(email)).toHaveProperty('AccessToken')
    expect(await pool.signInRefusal(address, testPassword)).toMatchObject({ name: 'NotAuthorizedException' })
    const code = await pool.sent(address)
    expect(await refusal(wrongOf(code))).toEqual(mismatch)
    await verify(code)
    expect(await counts(address)).toMatchObject({ email: address, email_verified: 'true' })
    expect(await pool.tokens(address)).toHaveProperty('AccessToken')
    expect(await pool.signInRefusal(email, testPassword)).toMatchObject({ name: 'NotAuthorizedException' })
    expect(await refusal(code)).toEqual(expired)
  })

  test('the old one is free for others only when the new one counts', async () => {
    await change(address)
    const signUp = { ClientId: pool.clientId, Username: email, Password: testPassword }
    expect(await pool.refusal('SignUp', signUp)).toMatchObject({ name: 'UsernameExistsException' })
    await verify(await pool.sent(address))
    await pool.call('SignUp', signUp)
  })

  test('what else is changed with it counts at once', async () => {
    const UserAttributes = [
      { Name: 'email', Value: address },
      { Name: 'name', Value: '山田 花子' },
    ]
    await pool.call('UpdateUserAttributes', { AccessToken, UserAttributes })
    expect(await counts(email)).toMatchObject({ email, name: '山田 花子' })
  })

  test('a second one takes the place of the first', async () => {
    await change(address)
    const first = await pool.sent(address)
    await change('newer@example.org')
    const second = await pool.sent('newer@example.org')
    expect(await refusal(first)).toEqual(mismatch)
    await verify(second)
    expect(await counts('newer@example.org')).toMatchObject({ email_verified: 'true' })
  })

  test('of many at once, one waits', async () => {
    const addresses = Array.from({ length: 5 }, (_, index) => `new-${index}@example.org`)
    await Promise.all(addresses.map(change))
    const codes = await Promise.all(addresses.map(pool.sent))
    const answers = await Promise.all(
      codes.map((Code) => pool.attempt('VerifyUserAttribute', { AccessToken, AttributeName, Code })),
    )
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
    const { email: counted, email_verified } = await counts(addresses[answers.indexOf('ok')] ?? '')
    expect([counted, email_verified]).toEqual([addresses[answers.indexOf('ok')], 'true'])
  })

  test('one whose message fails leaves the one before it waiting', async () => {
    let isIll = false
    await start(
      { ...keepsOriginal, LambdaConfig: {} },
      {},
      {
        triggers: {
          CustomMessage: (event) => {
            if (isIll) throw new Error('Not today.')
            return event
          },
        },
      },
    )
    await change(address)
    isIll = true
    const UserAttributes = [{ Name: 'email', Value: 'newer@example.org' }]
    expect(await pool.refusal('UpdateUserAttributes', { AccessToken, UserAttributes })).toMatchObject({
      name: 'UserLambdaValidationException',
    })
    await verify(await pool.sent(address))
    expect(await counts(address)).toMatchObject({ email_verified: 'true' })
  })

  test('the same one again gets another code', async () => {
    await change(address)
    const first = await pool.sent(address)
    await change(address)
    const second = await pool.sent(address)
    expect(second).not.toBe(first)
    expect(await refusal(first)).toEqual(mismatch)
    await verify(second)
    expect(await counts(address)).toMatchObject({ email_verified: 'true' })
  })

  test('the old one asked for again stays, and no code changes it any more', async () => {
    await change(address)
    const code = await pool.sent(address)
    expect(await change(email)).toEqual({ CodeDeliveryDetailsList: [] })
    expect(await refusal(code)).toEqual(expired)
    expect(await counts(email)).toMatchObject({ email_verified: 'true' })
  })

  test('a code for it is valid for 24 hours, and the old one stays after that', async () => {
    await change(address)
    const code = await pool.sent(address)
    pool.wait({ hours: 24 })
    AccessToken = (await pool.tokens(email)).AccessToken
    expect(await refusal(code)).toEqual(expired)
    expect(await counts(email)).toMatchObject({ email_verified: 'true' })
  })

  test('asking for a code verifies the old one meanwhile, and leaves the new one waiting', async () => {
    await asAdministrator({ Name: 'email_verified', Value: 'false' })
    await change(address)
    await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })
    await verify(await pool.sent(email))
    expect(await counts(email)).toMatchObject({ email, email_verified: 'true' })
    await verify(await pool.sent(address))
    expect(await counts(address)).toMatchObject({ email: address, email_verified: 'true' })
  })

  test('one that names somebody else is refused, and nothing is sent', async () => {
    await pool.confirmedUser('taro@example.com')
    const UserAttributes = [{ Name: 'email', Value: 'TARO@example.com' }]
    expect(await pool.refusal('UpdateUserAttributes', { AccessToken, UserAttributes })).toEqual(taken)
    expect(await pool.sent('taro@example.com')).toBe('')
  })

  test.each([
    ['by whom people sign in by it', {}],
    ['to whom it is an alias', { UsernameAttributes: [], AliasAttributes: ['email' as const] }],
  ])('one that names somebody else by the time of its code is refused, %s', async (_, settings) => {
    pool = await testPool({ ...keepsOriginal, ...settings })
    const isAlias = 'AliasAttributes' in settings
    const name = isAlias ? 'hanako' : email
    await pool.confirmedUser(name)
    AccessToken = (await pool.tokens(name)).AccessToken
    await change(address)
    const code = await pool.sent(address)
    await pool.call('AdminCreateUser', {
      UserPoolId: pool.userPoolId,
      Username: isAlias ? 'taro' : address,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: address },
        { Name: 'email_verified', Value: 'true' },
      ],
    })
    expect(await refusal(code)).toEqual(taken)
    expect((await counts(name)).email).toBe(isAlias ? undefined : email)
  })

  test('an administrator’s change waits, too', async () => {
    await asAdministrator({ Name: 'email', Value: address }, { Name: 'email_verified', Value: 'false' })
    expect(await counts(email)).toMatchObject({ email, email_verified: 'true' })
    await verify(await pool.sent(address))
    expect(await counts(address)).toMatchObject({ email_verified: 'true' })
  })

  test('one that an administrator knows to be verified counts at once, and none that waited after it', async () => {
    await change(address)
    const code = await pool.sent(address)
    await asAdministrator(
      { Name: 'email', Value: 'newer@example.org' },
      { Name: 'email_verified', Value: 'true' },
    )
    expect(await counts('newer@example.org')).toMatchObject({ email_verified: 'true' })
    expect(await refusal(code)).toEqual(expired)
  })

  test('an attribute that the pool does not name counts at once', async () => {
    await start({ ...keepsOriginal, AutoVerifiedAttributes: ['email', 'phone_number'] })
    const UserAttributes = [{ Name: 'phone_number', Value: '+819012345678' }]
    await pool.call('UpdateUserAttributes', { AccessToken, UserAttributes })
    expect(await counts(email)).toMatchObject({
      phone_number: '+819012345678',
      phone_number_verified: 'false',
    })
  })

  test('a trigger is told the address that the code goes to', async () => {
    const told: unknown[] = []
    await start(
      { ...keepsOriginal, LambdaConfig: {} },
      {},
      {
        triggers: {
          CustomMessage: (event) => {
            told.push([event.triggerSource, event.request.userAttributes.email])
            return event
          },
        },
      },
    )
    await change(address)
    expect(told).toEqual([['CustomMessage_UpdateUserAttribute', address]])
  })
})

test.each(['CreateUserPool', 'UpdateUserPool'] as const)(
  '%s keeps the original only of what the pool verifies',
  async (operation) => {
    const settings = { ...keepsOriginal, AutoVerifiedAttributes: ['phone_number'] }
    const input = operation === 'CreateUserPool' ? { PoolName: 'other' } : { UserPoolId: pool.userPoolId }
    expect(await pool.refusal(operation, { ...input, ...settings })).toEqual(
      refused(
        'InvalidParameter',
        'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
      ),
    )
  },
)
