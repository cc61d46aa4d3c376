import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const address = 'new@example.org'
const AttributeName = 'email'
const mismatch = refused('CodeMismatch', 'Invalid verification code provided, please try again.')
const expired = refused('ExpiredCode', 'Invalid code provided, please request a code again.')
const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000')

let pool: TestPool
let AccessToken: string
const change = (Value: string) =>
  pool.call('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name: 'email', Value }] })
const verifiedOf = async (username: string) => (await pool.user(username)).attributes.email_verified

beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
  await change(address)
})

test('verifies the address', async () => {
  const Code = await pool.sent(address)
  expect(await pool.call('VerifyUserAttribute', { AccessToken, AttributeName, Code })).toEqual({})
  expect(await verifiedOf(address)).toBe('true')
})

test('takes a code once', async () => {
  const Code = await pool.sent(address)
  await pool.call('VerifyUserAttribute', { AccessToken, AttributeName, Code })
  expect(await pool.refusal('VerifyUserAttribute', { AccessToken, AttributeName, Code })).toEqual(expired)
})

test('refuses a wrong code, 15 times an hour', async () => {
  const Code = await pool.sent(address)
  const wrong = { AccessToken, AttributeName, Code: wrongOf(Code) }
  for (let count = 0; count < 15; count += 1) {
    expect(await pool.refusal('VerifyUserAttribute', wrong)).toEqual(mismatch)
  }
  expect(await pool.refusal('VerifyUserAttribute', { ...wrong, Code })).toEqual(
    refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
  )
  expect(await verifiedOf(address)).toBe('false')
})

test('takes a code for 24 hours', async () => {
  const Code = await pool.sent(address)
  pool.wait({ hours: 24 })
  const { AccessToken: later } = await pool.tokens(address)
  const answer = { AccessToken: later, AttributeName, Code }
  expect(await pool.refusal('VerifyUserAttribute', answer)).toEqual(expired)
})

test('a code verifies the address that it was sent to, not one that took its place', async () => {
  pool = await testPool({ AutoVerifiedAttributes: [] })
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
  await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })
  const Code = await pool.sent(email)
  await change('somebody.else@example.org')
  expect(await pool.refusal('VerifyUserAttribute', { AccessToken, AttributeName, Code })).toEqual(expired)
  expect(await verifiedOf('somebody.else@example.org')).toBe('false')
})

test('refuses an attribute that cannot be verified', async () => {
  const answer = { AccessToken, AttributeName: 'name', Code: '123456' }
  expect(await pool.refusal('VerifyUserAttribute', answer)).toEqual(
    refused('InvalidParameter', 'Attribute name cannot be verified.'),
  )
})

test('refuses to verify an alias that somebody else holds', async () => {
  pool = await testPool({ UsernameAttributes: [], AliasAttributes: ['email'] })
  const UserAttributes = [{ Name: 'email', Value: address }]
  await pool.confirmedUser('hanako')
  AccessToken = (await pool.tokens('hanako')).AccessToken
  await change(address)
  const Code = await pool.sent(address)
  await pool.confirmedUser('taro')
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: 'taro',
    UserAttributes: [...UserAttributes, { Name: 'email_verified', Value: 'true' }],
  })
  expect(await pool.refusal('VerifyUserAttribute', { AccessToken, AttributeName, Code })).toEqual(
    refused('AliasExists', 'An account with the email already exists.'),
  )
  expect(await verifiedOf('hanako')).toBe('false')
})
