import { beforeEach, describe, expect, test } from 'vitest'
import { type ChoicePool, choicePool, email } from '../test-authenticator.ts'
import { refused, testPassword } from '../test-pool.ts'
import { srpClient } from '../test-srp-client.ts'

const used = refused('NotAuthorized', 'Invalid session for the user, session can only be used once.')
const invalidSession = refused('NotAuthorized', 'Invalid session for the user.')

let pool: ChoicePool
beforeEach(async () => {
  pool = await choicePool()
  await pool.confirmedUser(email)
})

test.each(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'])('asks for what was chosen: %s', async (ANSWER) => {
  const question = await pool.begin()
  const answer = pool.answer(question, { ANSWER })
  expect(await pool.call('RespondToAuthChallenge', answer)).toMatchObject({
    ChallengeName: ANSWER,
    Session: expect.any(String),
  })
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(used)
})

test.each(['WEB_AUTHN', 'SMS_OTP', 'SMS_MFA', 'SELECT_CHALLENGE', 'constructor'])(
  'refuses %s, which was not to choose from, and goes on with the next answer',
  async (ANSWER) => {
    const question = await pool.begin()
    expect(await pool.refusal('RespondToAuthChallenge', pool.answer(question, { ANSWER }))).toEqual(
      refused('InvalidParameter', `${ANSWER} is not one of the challenges to choose from.`),
    )
    await pool.call('RespondToAuthChallenge', pool.answer(question, { ANSWER: 'EMAIL_OTP' }))
  },
)

test('says that there is no answer', async () => {
  const question = await pool.begin()
  expect(await pool.refusal('RespondToAuthChallenge', pool.answer(question, {}))).toEqual(
    refused('InvalidParameter', 'Missing required parameter ANSWER'),
  )
})

test('takes the password along with the choice; a wrong one may be put right', async () => {
  const question = await pool.begin()
  const answer = (PASSWORD: string) => pool.answer(question, { ANSWER: 'PASSWORD', PASSWORD })
  expect(await pool.refusal('RespondToAuthChallenge', answer('Wrong-2026'))).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
  expect(await pool.call('RespondToAuthChallenge', answer(testPassword))).toHaveProperty(
    'AuthenticationResult.IdToken',
  )
  expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(used)
})

test('takes the first half of SRP along with the choice', async () => {
  const client = srpClient(pool.userPoolId, testPassword)
  const choice = pool.answer(await pool.begin(), { ANSWER: 'PASSWORD_SRP', SRP_A: client.A })
  const question = await pool.call('RespondToAuthChallenge', choice)
  const { USERNAME = '', ...parameters } = question.ChallengeParameters ?? {}
  const proof = { USERNAME, ...client.answer(parameters) }
  expect(
    await pool.refusal('RespondToAuthChallenge', { ...pool.answer(question, proof), Session: undefined }),
  ).toEqual(invalidSession)
  expect(await pool.call('RespondToAuthChallenge', pool.answer(question, proof))).toHaveProperty(
    'AuthenticationResult.AccessToken',
  )
})

test('takes the answer of a passkey that was asked for', async () => {
  const passkey = await pool.registered((await pool.tokens(email)).AccessToken)
  const question = await pool.begin({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
  const CREDENTIAL = passkey.sign(question.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS)
  const choice = pool.answer(question, { ANSWER: 'WEB_AUTHN', CREDENTIAL }, 'SELECT_CHALLENGE')
  expect(await pool.call('RespondToAuthChallenge', choice)).toHaveProperty('AuthenticationResult')
})

test('refuses the answer of a passkey that was not', async () => {
  const passkey = await pool.registered((await pool.tokens(email)).AccessToken)
  const { ChallengeParameters } = await pool.begin({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
  const CREDENTIAL = passkey.sign(ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS)
  const choice = pool.answer(await pool.begin(), { ANSWER: 'WEB_AUTHN', CREDENTIAL })
  expect(await pool.refusal('RespondToAuthChallenge', choice)).toEqual(
    refused('NotAuthorized', 'The passkey could not be verified.'),
  )
})

describe('one may change one’s mind:', () => {
  test.each([
    ['WEB_AUTHN', 'PASSWORD'],
    ['WEB_AUTHN', 'EMAIL_OTP'],
    ['EMAIL_OTP', 'EMAIL_OTP'],
    ['PASSWORD', 'WEB_AUTHN'],
    ['PASSWORD_SRP', 'EMAIL_OTP'],
  ])('from %s to %s', async (preferred, ANSWER) => {
    await pool.registered((await pool.tokens(email)).AccessToken)
    const question = await pool.begin({ PREFERRED_CHALLENGE: preferred })
    expect(question).toMatchObject({ ChallengeName: preferred })
    const choice = pool.answer(question, { ANSWER }, 'SELECT_CHALLENGE')
    expect(await pool.call('RespondToAuthChallenge', choice)).toMatchObject({ ChallengeName: ANSWER })
    expect(await pool.refusal('RespondToAuthChallenge', choice)).toEqual(used)
  })

  test('but not once a second factor is asked for', async () => {
    await pool.call('SetUserPoolMfaConfig', {
      UserPoolId: pool.userPoolId,
      MfaConfiguration: 'ON',
      EmailMfaConfiguration: {},
    })
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword })
    expect(question).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
    const choice = pool.answer(question, { ANSWER: 'PASSWORD' }, 'SELECT_CHALLENGE')
    expect(await pool.refusal('RespondToAuthChallenge', choice)).toEqual(invalidSession)
  })
})

describe('refuses a Session that', () => {
  const choice = (Session: string | undefined, USERNAME = email) =>
    pool.answer({ ChallengeName: 'SELECT_CHALLENGE', Session }, { USERNAME, ANSWER: 'EMAIL_OTP' })

  test('is too old', async () => {
    const { Session } = await pool.begin()
    pool.wait({ minutes: 3 })
    expect(await pool.refusal('RespondToAuthChallenge', choice(Session))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('is somebody else’s', async () => {
    await pool.confirmedUser('taro@example.com')
    const { Session } = await pool.begin()
    for (const name of ['taro@example.com', 'nobody@example.com']) {
      expect(await pool.refusal('RespondToAuthChallenge', choice(Session, name))).toEqual(invalidSession)
    }
  })

  test('is of another client', async () => {
    const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
    const { Session } = await pool.begin()
    expect(await pool.refusal('RespondToAuthChallenge', { ...choice(Session), ClientId })).toEqual(
      invalidSession,
    )
  })

  test('is made up, or missing', async () => {
    for (const Session of ['x'.repeat(128), undefined]) {
      expect(await pool.refusal('RespondToAuthChallenge', choice(Session))).toEqual(invalidSession)
    }
  })

  test('belongs to somebody who has gone, also where another has the name by now', async () => {
    const { Session } = await pool.begin()
    await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: email })
    await pool.confirmedUser(email)
    expect(await pool.refusal('RespondToAuthChallenge', choice(Session))).toEqual(invalidSession)
  })
})

test('two parallel answers do not both win', async () => {
  const question = await pool.begin()
  const answer = pool.answer(question, { ANSWER: 'PASSWORD', PASSWORD: testPassword })
  const answers = await Promise.all([1, 2, 3].map(() => pool.attempt('RespondToAuthChallenge', answer)))
  expect(answers.filter((text) => text === 'ok')).toHaveLength(1)
})
