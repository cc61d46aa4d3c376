import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'invited@example.com'
const NEW_PASSWORD = 'Another-2026'
const name = { 'userAttributes.name': 'Hanako' }
const invalid = refused('NotAuthorized', 'Invalid session for the user.')

let pool: TestPool
beforeEach(async () => {
  pool = await testPool({
    Schema: [
      { Name: 'name', Required: true },
      { Name: 'tenant', Mutable: false },
    ],
  })
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: USERNAME,
    TemporaryPassword: PASSWORD,
    MessageAction: 'SUPPRESS',
  })
})

/** Signs in with the temporary password; the question. */
const question = (USERNAME_ = USERNAME) =>
  pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: USERNAME_, PASSWORD },
  })

const answerTo = (
  { Session = '' }: { Session?: string | undefined },
  responses: Record<string, string> = name,
) => ({
  ClientId: pool.clientId,
  ChallengeName: 'NEW_PASSWORD_REQUIRED' as const,
  Session,
  ChallengeResponses: { USERNAME, NEW_PASSWORD, ...responses },
})
const refusal = (answer: object) => pool.refusal('RespondToAuthChallenge', answer)

test('asks for the attributes that the pool requires and the user does not have', async () => {
  const { username } = await pool.user(USERNAME)
  expect(await question()).toEqual({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: expect.stringMatching(/^.{20,2048}$/),
    ChallengeParameters: {
      USER_ID_FOR_SRP: username,
      requiredAttributes: '["userAttributes.name"]',
      userAttributes: JSON.stringify({ email: USERNAME, sub: username }),
    },
  })
})

test('comes after SRP too', async () => {
  expect(await pool.signInByPassword(USERNAME, PASSWORD)).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  })
})

test('takes password and attributes, confirms the user and signs them in', async () => {
  const answer = await pool.call('RespondToAuthChallenge', answerTo(await question()))
  expect(answer).toHaveProperty('AuthenticationResult.IdToken')
  expect(await pool.user(USERNAME)).toMatchObject({ status: 'CONFIRMED', attributes: { name: 'Hanako' } })
  expect(await pool.tokens(USERNAME, NEW_PASSWORD)).toHaveProperty('AccessToken')
  expect(await pool.signInRefusal(USERNAME, PASSWORD)).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
})

describe('refuses, changes nothing, and takes a better answer to the same question:', () => {
  const schema = (text: string) =>
    refused('InvalidParameter', `Attributes did not conform to the schema: ${text}\n`)

  test.each([
    [
      'a password that breaks the policy',
      { ...name, NEW_PASSWORD: 'short' },
      refused('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
    ],
    ['a missing attribute', {}, schema('name: The attribute is required')],
    ['a blank attribute', { 'userAttributes.name': '' }, schema('name: The attribute is required')],
    [
      'an attribute that the user has',
      { ...name, 'userAttributes.email': 'other@example.com' },
      refused('InvalidParameter', 'Cannot modify an already provided email'),
    ],
    [
      'an attribute that is nobody’s to write',
      { ...name, 'userAttributes.email_verified': 'true' },
      refused('NotAuthorized', 'A client attempted to write unauthorized attribute'),
    ],
    [
      'an attribute that does not exist',
      { ...name, 'userAttributes.constructor': 'x' },
      schema('constructor: Attribute does not exist in the schema.'),
    ],
    [
      'no new password',
      { ...name, NEW_PASSWORD: '' },
      refused('InvalidParameter', 'Missing required parameter NEW_PASSWORD'),
    ],
  ])('%s', async (_, responses, expected) => {
    const asked = await question()
    const before = await pool.user(USERNAME)
    expect(await refusal(answerTo(asked, responses))).toEqual(expected)
    expect(await pool.user(USERNAME)).toEqual(before)
    const better = { ...name, 'userAttributes.custom:tenant': 'a' }
    await pool.call('RespondToAuthChallenge', answerTo(asked, better))
  })
})

describe('a session', () => {
  test('is good once', async () => {
    const answer = answerTo(await question())
    await pool.call('RespondToAuthChallenge', answer)
    await pool.call('AdminSetUserPassword', {
      UserPoolId: pool.userPoolId,
      Username: USERNAME,
      Password: PASSWORD,
      Permanent: true,
    })
    expect(await refusal(answer)).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    )
    expect(await pool.tokens(USERNAME, PASSWORD)).toHaveProperty('AccessToken')
  })

  test('is good for one of many same answers at once', async () => {
    const answer = answerTo(await question())
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => pool.attempt('RespondToAuthChallenge', answer)),
    )
    expect(answers.filter((found) => found === 'ok')).toHaveLength(1)
  })

  test('expires when the client says so', async () => {
    const short = await question()
    pool.wait({ minutes: 3 })
    expect(await refusal(answerTo(short))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
    const { ClientId } = await pool.client({ AuthSessionValidity: 15 })
    const AuthParameters = { USERNAME, PASSWORD }
    const long = await pool.call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    pool.wait({ minutes: 14 })
    await pool.call('RespondToAuthChallenge', { ...answerTo(long), ClientId })
  })

  test.each(['', 'x'.repeat(40)])('that is %j is refused', async (Session) => {
    const { Session: _, ...answer } = answerTo({})
    expect(await refusal(Session ? { ...answer, Session } : answer)).toEqual(invalid)
  })

  test('of another user is refused', async () => {
    await pool.call('AdminCreateUser', {
      UserPoolId: pool.userPoolId,
      Username: 'other@example.com',
      TemporaryPassword: PASSWORD,
    })
    const theirs = await question('other@example.com')
    expect(await refusal(answerTo(theirs))).toEqual(invalid)
    expect(await refusal(answerTo(theirs, { ...name, USERNAME: 'nobody@example.com' }))).toEqual(invalid)
  })

  test('of another client is refused', async () => {
    const { ClientId } = await pool.client()
    expect(await refusal({ ...answerTo(await question()), ClientId })).toEqual(invalid)
  })

  test('is no answer to another challenge', async () => {
    const { Session = '' } = await question()
    const ChallengeResponses = {
      USERNAME,
      PASSWORD_CLAIM_SECRET_BLOCK: Session,
      PASSWORD_CLAIM_SIGNATURE: 'AAAA',
      TIMESTAMP: 'Sat Nov 21 09:00:00 UTC 2026',
    }
    const answer = { ClientId: pool.clientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses }
    expect(await refusal(answer)).toEqual(refused('NotAuthorized', 'Incorrect username or password.'))
  })

  test.each([true, false])(
    'ends when an administrator sets a password (permanent: %s)',
    async (Permanent) => {
      const answer = answerTo(await question())
      await pool.call('AdminSetUserPassword', {
        UserPoolId: pool.userPoolId,
        Username: USERNAME,
        Password: 'Admin-2026',
        Permanent,
      })
      expect(await refusal(answer)).toEqual(invalid)
    },
  )

  test('ends with the user, also where another gets the same address', async () => {
    const answer = answerTo(await question())
    const user = { UserPoolId: pool.userPoolId, Username: USERNAME }
    await pool.call('AdminDeleteUser', user)
    await pool.call('AdminCreateUser', { ...user, TemporaryPassword: PASSWORD, MessageAction: 'SUPPRESS' })
    expect(await refusal(answer)).toEqual(invalid)
  })

  test('does not help a user who was disabled since', async () => {
    const answer = answerTo(await question())
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: USERNAME })
    expect(await refusal(answer)).toEqual(refused('NotAuthorized', 'User is disabled.'))
  })
})
