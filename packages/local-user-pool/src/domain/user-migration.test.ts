import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerEvent, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'

let heard: TriggerEvent<'UserMigration'>[]
/** Somebody who is known elsewhere, by a password. */
const elsewhere: Triggers = {
  UserMigration(event) {
    heard.push(structuredClone(event))
    const { password } = event.request
    if (event.userName !== email || (password !== null && password !== testPassword)) {
      throw new Error('Bad credentials')
    }
    event.response.userAttributes = { email, email_verified: 'true', name: '山田 花子' }
    event.response.finalUserStatus = 'CONFIRMED'
    event.response.messageAction = 'SUPPRESS'
    return event
  },
}

const flows = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
]
let pool: TestPool
async function poolWith(triggers: Triggers = elsewhere, client: object = {}) {
  heard = []
  pool = await testPool({}, { ExplicitAuthFlows: flows, ...client } as object, { triggers })
}
beforeEach(() => poolWith())

const byPassword = (PASSWORD = testPassword, USERNAME = email) => ({
  ClientId: pool.clientId,
  AuthFlow: 'USER_PASSWORD_AUTH' as const,
  AuthParameters: { USERNAME, PASSWORD },
  ClientMetadata: { from: 'tests' },
})

test('whoever signs in with the password they have elsewhere becomes a user with it', async () => {
  expect(await pool.call('InitiateAuth', byPassword())).toHaveProperty('AuthenticationResult.AccessToken')
  expect(heard).toMatchObject([
    {
      triggerSource: 'UserMigration_Authentication',
      userName: email,
      callerContext: { clientId: pool.clientId },
      request: { password: testPassword, validationData: { from: 'tests' } },
      response: { userAttributes: null, finalUserStatus: null, forceAliasCreation: null },
    },
  ])
  expect(await pool.user(email)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email, email_verified: 'true', name: '山田 花子' },
  })
  expect(await pool.signIn(email, testPassword)).toHaveProperty('AuthenticationResult')
  expect(heard).toHaveLength(1)
})

test('two sign-ins at once bring along one user, and both succeed', async () => {
  const attempts = [1, 2].map(() => pool.attempt('InitiateAuth', byPassword()))
  expect(await Promise.all(attempts)).toEqual(['ok', 'ok'])
  expect(heard).toHaveLength(2)
})

/** Asks for so many sign-ins at once, with wrong passwords, and answers how each ended. */
const guesses = (count: number, wrong = 'Wrong-2026') =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      pool.attempt('InitiateAuth', byPassword(`${wrong}-${index}`)),
    ),
  )
const locked = 'NotAuthorizedException: Password attempts exceeded'
const refusal = 'UserLambdaValidationException: UserMigration failed with error Bad credentials.'
const endings = (answers: readonly string[]) =>
  [refusal, locked].map((how) => answers.filter((it) => it === how).length)

test('no more guesses at once reach the trigger than may fail before the lock', async () => {
  expect(endings(await guesses(31))).toEqual([5, 26])
  expect(heard).toHaveLength(5)
  expect(await pool.refusal('InitiateAuth', byPassword())).toEqual(
    refused('NotAuthorized', 'Password attempts exceeded'),
  )
})

test('after a lock guesses reach the trigger one at a time', async () => {
  await guesses(5)
  pool.wait({ seconds: 1 })
  heard = []
  expect(endings(await guesses(10))).toEqual([1, 9])
  pool.wait({ seconds: 2 })
  expect(await pool.call('InitiateAuth', byPassword())).toHaveProperty('AuthenticationResult.AccessToken')
})

test('the right password lets nobody in who was locked out while the trigger was thinking', async () => {
  const thinking = Promise.withResolvers<void>()
  const answering = Promise.withResolvers<void>()
  await poolWith({
    async UserMigration(event) {
      if (event.request.password === testPassword) {
        thinking.resolve()
        await answering.promise
      }
      return elsewhere.UserMigration?.(event) ?? event
    },
  })
  const right = pool.attempt('InitiateAuth', byPassword())
  await thinking.promise
  // SRP asks no trigger, and counts for the same name.
  for (let count = 0; count < 5; count += 1) await pool.signInRefusal(email, 'wrong')
  answering.resolve()
  expect(await right).toBe(locked)
  pool.wait({ seconds: 1 })
  expect(await pool.refusal('AdminGetUser', { UserPoolId: pool.userPoolId, Username: email })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})

test('so do administrators who sign somebody in', async () => {
  const { ClientMetadata: _, ...start } = byPassword()
  const AuthFlow = 'ADMIN_USER_PASSWORD_AUTH'
  const done = await pool.call('AdminInitiateAuth', { ...start, AuthFlow, UserPoolId: pool.userPoolId })
  expect(done).toHaveProperty('AuthenticationResult')
})

describe('in a choice-based sign-in', () => {
  const start = (parameters: object = {}) =>
    pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, ...parameters },
    })

  test('the password may come at once', async () => {
    const done = await start({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword })
    expect(done).toHaveProperty('AuthenticationResult')
  })

  test('the password may be chosen, and come with the choice', async () => {
    const { Session } = await start()
    expect(heard).toEqual([])
    const done = await pool.call('RespondToAuthChallenge', {
      ClientId: pool.clientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: email, ANSWER: 'PASSWORD', PASSWORD: testPassword },
      ClientMetadata: { from: 'answer' },
    })
    expect(done).toHaveProperty('AuthenticationResult')
    expect(heard[0]?.request).toMatchObject({ validationData: null, clientMetadata: { from: 'answer' } })
  })

  test('the password may be asked for', async () => {
    const { Session } = await start({ PREFERRED_CHALLENGE: 'PASSWORD' })
    const answer = (PASSWORD: string) => ({
      ClientId: pool.clientId,
      ChallengeName: 'PASSWORD' as const,
      Session,
      ChallengeResponses: { USERNAME: email, PASSWORD },
    })
    expect(await pool.refusal('RespondToAuthChallenge', answer('Wrong-2026'))).toEqual(
      refused('UserLambdaValidation', 'UserMigration failed with error Bad credentials.'),
    )
    expect(await pool.call('RespondToAuthChallenge', answer(testPassword))).toHaveProperty(
      'AuthenticationResult',
    )
  })
})

test('nobody is asked about in a sign-in by SRP, which shows no password', async () => {
  await pool.signInRefusal(email, testPassword)
  expect(heard).toEqual([])
})

test('who is a user already is not brought along, even with a wrong password', async () => {
  await pool.confirmedUser(email)
  expect(await pool.refusal('InitiateAuth', byPassword('Wrong-2026'))).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
  expect(heard).toEqual([])
})

test.each(['ENABLED', 'LEGACY'])(
  'what the function throws is the answer, and counts (existence errors: %s)',
  async (how) => {
    await poolWith(elsewhere, { PreventUserExistenceErrors: how })
    for (let count = 0; count < 5; count += 1) {
      expect(await pool.refusal('InitiateAuth', byPassword('Wrong-2026'))).toEqual(
        refused('UserLambdaValidation', 'UserMigration failed with error Bad credentials.'),
      )
    }
    expect(await pool.refusal('InitiateAuth', byPassword())).toEqual(
      refused('NotAuthorized', 'Password attempts exceeded'),
    )
    expect(heard).toHaveLength(5)
  },
)

test('who does not become CONFIRMED has to choose a new password', async () => {
  const UserMigration: Triggers['UserMigration'] = (event) => {
    event.response.userAttributes = { email, email_verified: 'true' }
    return event
  }
  await poolWith({ UserMigration })
  expect(await pool.refusal('InitiateAuth', byPassword())).toEqual(
    refused('PasswordResetRequired', 'Password reset required for the user'),
  )
  expect(await pool.user(email)).toMatchObject({ status: 'RESET_REQUIRED' })
})

test('text messages may be the second factor from the first sign-in on', async () => {
  const UserMigration: Triggers['UserMigration'] = (event) => {
    const phone_number = '+819012345678'
    event.response.userAttributes = { email, phone_number, phone_number_verified: 'true' }
    event.response.finalUserStatus = 'CONFIRMED'
    event.response.enableSMSMFA = true
    return event
  }
  await poolWith({ UserMigration })
  const SmsMfaConfiguration = { SmsAuthenticationMessage: '{####}' }
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    SmsMfaConfiguration,
    MfaConfiguration: 'OPTIONAL',
  })
  expect(await pool.call('InitiateAuth', byPassword())).toMatchObject({ ChallengeName: 'SMS_MFA' })
})

test('who signs in by an alias may get a username of their own', async () => {
  heard = []
  const UserMigration: Triggers['UserMigration'] = (event) => {
    event.response.userAttributes = { username: 'hanako', email, email_verified: 'true' }
    event.response.finalUserStatus = 'CONFIRMED'
    return event
  }
  const aliases = { UsernameAttributes: [], AliasAttributes: ['email'] } as object
  pool = await testPool(aliases, {}, { triggers: { UserMigration } })
  expect(await pool.call('InitiateAuth', byPassword())).toHaveProperty('AuthenticationResult')
  expect(await pool.user(email)).toMatchObject({ username: 'hanako' })
})

describe('an answer that makes no user is refused:', () => {
  const notMigrated = () => refused('UserNotFound', `Exception migrating user in app client ${pool.clientId}`)
  const unrecognizable = () => refused('InvalidLambdaResponse', 'Unrecognizable lambda output')

  test.each([
    ['no attributes', {}, notMigrated],
    ['an attribute that the schema does not have', { userAttributes: { 'custom:no': 'x' } }, notMigrated],
    ['attributes in a list', { userAttributes: ['email'] }, unrecognizable],
    ['an attribute that is no text', { userAttributes: { email: 4 } }, unrecognizable],
    ['a status that is no text', { userAttributes: { email }, finalUserStatus: 1 }, unrecognizable],
  ])('%s', async (_, response, expected) => {
    const UserMigration = (event: object) => ({ ...event, response }) as never
    await poolWith({ UserMigration })
    expect(await pool.refusal('InitiateAuth', byPassword())).toEqual(expected())
  })
})

describe('who has forgotten the password they have elsewhere', () => {
  const forgot = (Username = email) => ({
    ClientId: pool.clientId,
    Username,
    ClientMetadata: { from: 'tests' },
  })

  test('becomes a user, and chooses another by a code', async () => {
    await pool.call('ForgotPassword', forgot())
    expect(heard).toMatchObject([
      {
        triggerSource: 'UserMigration_ForgotPassword',
        userName: email,
        request: { password: null, validationData: null, clientMetadata: { from: 'tests' } },
      },
    ])
    expect(await pool.user(email)).toMatchObject({ status: 'RESET_REQUIRED' })
    await pool.call('ConfirmForgotPassword', {
      ClientId: pool.clientId,
      Username: email,
      ConfirmationCode: await pool.sent(email),
      Password: 'Chosen-2026',
    })
    expect(await pool.signIn(email, 'Chosen-2026')).toHaveProperty('AuthenticationResult')
  })

  test('is told what the function throws', async () => {
    expect(await pool.refusal('ForgotPassword', forgot('nobody@example.com'))).toEqual(
      refused('UserLambdaValidation', 'UserMigration failed with error Bad credentials.'),
    )
  })
})
