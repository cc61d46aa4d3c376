import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as Password, refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'
const details = (Destination: string) => ({
  CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination },
})
const noAddress = refused(
  'InvalidParameter',
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
)

let pool: TestPool
let ClientId: string
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  UserPoolId = pool.userPoolId
  await pool.confirmedUser(Username)
})

test('sends a code to the verified address, masked in the answer', async () => {
  expect(await pool.call('ForgotPassword', { ClientId, Username })).toEqual(details('h***@e***'))
  expect(await pool.sent(Username)).toMatch(/^\d{6}$/)
})

test('changes nothing about the user: the old password still works', async () => {
  const before = await pool.user(Username)
  await pool.call('ForgotPassword', { ClientId, Username })
  expect(await pool.user(Username)).toEqual(before)
  expect(await pool.tokens(Username)).toHaveProperty('AccessToken')
})

test('works for a user whose password an administrator reset', async () => {
  await pool.call('AdminResetUserPassword', { UserPoolId, Username })
  expect(await pool.call('ForgotPassword', { ClientId, Username })).toEqual(details('h***@e***'))
})

test('refuses a user who has still a temporary password', async () => {
  await pool.call('AdminSetUserPassword', { UserPoolId, Username, Password })
  expect(await pool.refusal('ForgotPassword', { ClientId, Username })).toEqual(
    refused('NotAuthorized', 'User password cannot be reset in the current state.'),
  )
})

test('may be asked for 5 times an hour, also for somebody who does not exist', async () => {
  for (const name of [Username, 'nobody@example.com']) {
    for (let count = 0; count < 5; count += 1) await pool.call('ForgotPassword', { ClientId, Username: name })
    expect(await pool.refusal('ForgotPassword', { ClientId, Username: name })).toEqual(
      refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
    )
  }
  pool.wait({ hours: 1 })
  await pool.call('ForgotPassword', { ClientId, Username })
})

describe('where the client hides who exists, sends nothing and answers as believably', () => {
  test('about nobody', async () => {
    const nobody = { ClientId, Username: 'nobody@school.example' }
    expect(await pool.call('ForgotPassword', nobody)).toEqual(details('n***@s***'))
    expect(await pool.sent('nobody@school.example')).toBe('')
  })

  test('about somebody who is disabled', async () => {
    await pool.call('AdminDisableUser', { UserPoolId, Username })
    expect(await pool.call('ForgotPassword', { ClientId, Username })).toEqual(details('h***@e***'))
    expect(await pool.sent(Username)).toBe('')
  })

  test('about somebody without a verified address', async () => {
    await pool.call('AdminDeleteUserAttributes', {
      UserPoolId,
      Username,
      UserAttributeNames: ['email_verified'],
    })
    expect(await pool.call('ForgotPassword', { ClientId, Username })).toEqual(details('h***@e***'))
    expect(await pool.sent(Username)).toBe('')
  })

  test('about a name that is no address: the same address each time', async () => {
    pool = await testPool({ UsernameAttributes: [] })
    const ask = () => pool.call('ForgotPassword', { ClientId: pool.clientId, Username: 'nobody' })
    const first = await ask()
    expect(first).toEqual(details(expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/)))
    expect(await ask()).toEqual(first)
  })

  test('about a phone number', async () => {
    const nobody = { ClientId, Username: '+819012345678' }
    expect(await pool.call('ForgotPassword', nobody)).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'phone_number',
        DeliveryMedium: 'SMS',
        Destination: '+********5678',
      },
    })
  })
})

describe('where the client does not hide who exists', () => {
  beforeEach(async () => {
    const open = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
    ClientId = open.ClientId
  })

  test('says that nobody has the name', async () => {
    expect(await pool.refusal('ForgotPassword', { ClientId, Username: 'nobody@example.com' })).toEqual(
      refused('UserNotFound', 'Username/client id combination not found.'),
    )
  })

  test('says that a user is disabled', async () => {
    await pool.call('AdminDisableUser', { UserPoolId, Username })
    expect(await pool.refusal('ForgotPassword', { ClientId, Username })).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
  })

  test('refuses a user without a verified address', async () => {
    await pool.call('AdminDeleteUserAttributes', {
      UserPoolId,
      Username,
      UserAttributeNames: ['email_verified'],
    })
    expect(await pool.refusal('ForgotPassword', { ClientId, Username })).toEqual(noAddress)
  })

  test('refuses a user who has not confirmed', async () => {
    await pool.call('SignUp', { ClientId, Username: 'taro@example.com', Password })
    expect(await pool.refusal('ForgotPassword', { ClientId, Username: 'taro@example.com' })).toEqual(
      noAddress,
    )
  })
})

test('sends by the pool’s order of recovery', async () => {
  pool = await testPool({
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Name: 'verified_phone_number', Priority: 2 },
        { Name: 'verified_email', Priority: 1 },
      ],
    },
  })
  await pool.confirmedUser(Username)
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username,
    UserAttributes: [
      { Name: 'phone_number', Value: '+819012345678' },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  })
  const answer = await pool.call('ForgotPassword', { ClientId: pool.clientId, Username })
  expect(answer).toEqual(details('h***@e***'))
})

test('prefers the phone number where the pool says nothing', async () => {
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId,
    Username,
    UserAttributes: [
      { Name: 'phone_number', Value: '+819012345678' },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  })
  const answer = await pool.call('ForgotPassword', { ClientId, Username })
  expect(answer).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS' } })
})

test('a client with a secret must prove that it knows it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const input = { ClientId: client.ClientId, Username }
  expect(await pool.refusal('ForgotPassword', { ...input, SecretHash: client.secretHash('other') })).toEqual(
    refused('NotAuthorized', `Unable to verify secret hash for client ${client.ClientId}`),
  )
  await pool.call('ForgotPassword', { ...input, SecretHash: client.secretHash(Username) })
})

test('says that a client does not exist', async () => {
  expect(await pool.refusal('ForgotPassword', { ClientId: 'unknown', Username })).toEqual(
    refused('ResourceNotFound', 'User pool client unknown does not exist.'),
  )
})

describe('what happens while a trigger words the code', () => {
  const unverified = { Name: 'email_verified', Value: 'false' }
  const changes: Readonly<Record<string, (pool: TestPool) => Promise<unknown>>> = {
    deleted: ({ call, userPoolId: UserPoolId }) => call('AdminDeleteUser', { UserPoolId, Username }),
    disabled: ({ call, userPoolId: UserPoolId }) => call('AdminDisableUser', { UserPoolId, Username }),
    unreachable: ({ call, userPoolId: UserPoolId }) =>
      call('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes: [unverified] }),
  }

  async function poolWith(change: string, client: object) {
    const pool: TestPool = await testPool({}, client, {
      triggers: {
        async CustomMessage(event) {
          await changes[change]?.(pool)
          return event
        },
      },
    })
    await pool.confirmedUser(Username)
    return pool
  }

  test.each(Object.keys(changes))('hides that somebody is %s by now', async (change) => {
    const { call, clientId: ClientId, sent } = await poolWith(change, {})
    expect(await call('ForgotPassword', { ClientId, Username })).toEqual(details('h***@e***'))
    expect(await sent(Username)).toBe('')
  })

  test.each([
    ['deleted', refused('UserNotFound', 'Username/client id combination not found.')],
    ['disabled', refused('NotAuthorized', 'User is disabled.')],
    ['unreachable', noAddress],
  ])('says that somebody is %s by now, where the client hides nothing', async (change, refusal) => {
    const pool = await poolWith(change, { PreventUserExistenceErrors: 'LEGACY' })
    expect(await pool.refusal('ForgotPassword', { ClientId: pool.clientId, Username })).toEqual(refusal)
    expect(await pool.sent(Username)).toBe('')
  })

  test('resets no password of somebody who cannot be reached any more', async () => {
    const pool = await poolWith('unreachable', {})
    const { userPoolId: UserPoolId } = pool
    expect(await pool.refusal('AdminResetUserPassword', { UserPoolId, Username })).toEqual(noAddress)
    expect((await pool.user(Username)).status).toBe('CONFIRMED')
  })
})
