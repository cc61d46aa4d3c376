import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as Password, refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'taro@example.com'
const CodeDeliveryDetails = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 't***@e***' }

let pool: TestPool
let ClientId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  await pool.call('SignUp', { ClientId, Username, Password })
})

test('sends a code that confirms', async () => {
  expect(await pool.call('ResendConfirmationCode', { ClientId, Username })).toEqual({ CodeDeliveryDetails })
  const ConfirmationCode = await pool.sent(Username)
  await pool.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })
})

test('makes a code that has expired good again', async () => {
  pool.wait({ days: 2 })
  await pool.call('ResendConfirmationCode', { ClientId, Username })
  const ConfirmationCode = await pool.sent(Username)
  await pool.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })
})

test('refuses a user who is confirmed already', async () => {
  await pool.call('AdminConfirmSignUp', { UserPoolId: pool.userPoolId, Username })
  expect(await pool.refusal('ResendConfirmationCode', { ClientId, Username })).toEqual(
    refused('InvalidParameter', 'User is already confirmed.'),
  )
})

test('may be asked for 5 times an hour, also for somebody who does not exist', async () => {
  for (const name of [Username, 'nobody@example.com']) {
    for (let count = 0; count < 5; count += 1) {
      await pool.call('ResendConfirmationCode', { ClientId, Username: name })
    }
    expect(await pool.refusal('ResendConfirmationCode', { ClientId, Username: name })).toEqual(
      refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
    )
  }
  pool.wait({ hours: 1 })
  await pool.call('ResendConfirmationCode', { ClientId, Username })
})

describe('where the client hides who exists', () => {
  test('answers about nobody as about somebody, and sends nothing', async () => {
    const nobody = { ClientId, Username: 'toshi@example.org' }
    expect(await pool.call('ResendConfirmationCode', nobody)).toEqual({ CodeDeliveryDetails })
    expect(await pool.sent('toshi@example.org')).toBe('')
  })

  test('answers the same about somebody who is disabled, and sends nothing', async () => {
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username })
    const before = await pool.sent(Username)
    expect(await pool.call('ResendConfirmationCode', { ClientId, Username })).toEqual({ CodeDeliveryDetails })
    expect(await pool.sent(Username)).toBe(before)
  })
})

describe('where the client does not hide who exists', () => {
  beforeEach(async () => {
    const open = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
    ClientId = open.ClientId
  })

  test('says that nobody has the name', async () => {
    expect(
      await pool.refusal('ResendConfirmationCode', { ClientId, Username: 'nobody@example.com' }),
    ).toEqual(refused('UserNotFound', 'Username/client id combination not found.'))
  })

  test('says that a user is disabled', async () => {
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username })
    expect(await pool.refusal('ResendConfirmationCode', { ClientId, Username })).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
  })
})

test('refuses where the pool verifies nothing that the user has', async () => {
  pool = await testPool({ AutoVerifiedAttributes: [] })
  ClientId = pool.clientId
  await pool.call('SignUp', { ClientId, Username, Password })
  expect(await pool.refusal('ResendConfirmationCode', { ClientId, Username })).toEqual(
    refused('InvalidParameter', 'Cannot resend codes. Auto verification not turned on.'),
  )
})

test('a client with a secret must prove that it knows it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const input = { ClientId: client.ClientId, Username }
  expect(await pool.refusal('ResendConfirmationCode', input)).toEqual(
    refused(
      'NotAuthorized',
      `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
    ),
  )
  await pool.call('ResendConfirmationCode', { ...input, SecretHash: client.secretHash(Username) })
})
