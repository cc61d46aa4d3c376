import { beforeEach, describe, expect, test } from 'vitest'
import type { LocalUserPoolOptions } from '../pool.ts'
import { refused, type TestPool, testPool } from '../test-pool.ts'

type Triggers = NonNullable<LocalUserPoolOptions['triggers']>

const email = 'hanako@example.com'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

/** Asks what two and two is, then what three and three is, with three tries in all. */
const sums: Triggers = {
  DefineAuthChallenge(event) {
    const right = event.request.session.filter(({ challengeResult }) => challengeResult).length
    const isOver = event.request.session.length - right >= 3
    if (isOver) event.response.failAuthentication = true
    else if (right === 2) event.response.issueTokens = true
    else event.response.challengeName = 'CUSTOM_CHALLENGE'
    return event
  },
  async CreateAuthChallenge(event) {
    const right = event.request.session.filter(({ challengeResult }) => challengeResult).length
    const [question, answer] = right === 0 ? ['2 + 2', '4'] : ['3 + 3', '6']
    event.response.publicChallengeParameters = { question: question ?? '' }
    event.response.privateChallengeParameters = { answer: answer ?? '' }
    event.response.challengeMetadata = `SUM_${right}`
    return event
  },
  async VerifyAuthChallengeResponse(event) {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response.answerCorrect = privateChallengeParameters.answer === challengeAnswer
    return event
  },
}

let pool: TestPool
async function poolWith(triggers: Triggers, settings: object = {}) {
  pool = await testPool({}, { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'], ...settings }, { triggers })
  await pool.confirmedUser(email)
}
beforeEach(() => poolWith(sums))

const start = (USERNAME = email) =>
  pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME },
  })

type Question = Awaited<ReturnType<typeof start>>

const answer = ({ Session = '' }: Question, ANSWER: string, USERNAME = email) => ({
  ClientId: pool.clientId,
  ChallengeName: 'CUSTOM_CHALLENGE' as const,
  Session,
  ChallengeResponses: { USERNAME, ANSWER },
})
const respond = (asked: Question, ANSWER: string) =>
  pool.call('RespondToAuthChallenge', answer(asked, ANSWER))
const refusal = (asked: Question, ANSWER: string, who = email) =>
  pool.refusal('RespondToAuthChallenge', answer(asked, ANSWER, who))

test('goes through several rounds to the tokens', async () => {
  const first = await start()
  const second = await respond(first, '4')
  expect(second).toMatchObject({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { question: '3 + 3' },
  })
  expect(await respond(second, '6')).toHaveProperty('AuthenticationResult.AccessToken')
})

test('shows what is public, and nothing of what is private', async () => {
  const { username } = await pool.user(email)
  const question = await start()
  expect(question).toEqual({
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: expect.any(String),
    ChallengeParameters: { question: '2 + 2', USERNAME: username },
  })
})

test('a wrong answer is asked again, as often as the triggers say', async () => {
  const second = await respond(await start(), '5')
  expect(second).toMatchObject({ ChallengeParameters: { question: '2 + 2' } })
  const third = await respond(second, '5')
  expect(await refusal(third, '5')).toEqual(incorrect)
  const again = await respond(await respond(await start(), '5'), '4')
  expect(await respond(again, '6')).toHaveProperty('AuthenticationResult')
})

describe('a session', () => {
  test('is good for one answer, right or wrong', async () => {
    const question = await start()
    await respond(question, '5')
    expect(await refusal(question, '4')).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    )
  })

  test('is good for one of many answers at once', async () => {
    const question = await start()
    const guesses = Array.from({ length: 10 }, (_, guess) =>
      pool.attempt('RespondToAuthChallenge', answer(question, String(guess))),
    )
    expect((await Promise.all(guesses)).filter((outcome) => outcome === 'ok')).toHaveLength(1)
  })

  test('ends when the client says', async () => {
    const question = await start()
    pool.wait({ minutes: 3 })
    expect(await refusal(question, '4')).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('is no other user’s, and nobody’s', async () => {
    await pool.confirmedUser('taro@example.com')
    const question = await start()
    for (const who of ['taro@example.com', 'nobody@example.com']) {
      expect(await refusal(question, '4', who)).toEqual(
        refused('NotAuthorized', 'Invalid session for the user.'),
      )
    }
    expect(await respond(question, '4')).toHaveProperty('Session')
  })

  test('ends with the user’s right to sign in', async () => {
    const question = await start()
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: email })
    expect(await refusal(question, '4')).toEqual(refused('NotAuthorized', 'User is disabled.'))
  })
})

test('the triggers are told what Cognito tells them', async () => {
  const events: unknown[] = []
  const noted = <Event>(event: Event) => {
    events.push(structuredClone(event))
    return event
  }
  await poolWith({
    DefineAuthChallenge: (event) => sums.DefineAuthChallenge?.(noted(event)) ?? event,
    CreateAuthChallenge: (event) => sums.CreateAuthChallenge?.(noted(event)) ?? event,
    VerifyAuthChallengeResponse: (event) => sums.VerifyAuthChallengeResponse?.(noted(event)) ?? event,
  })
  const question = await start()
  await pool.call('RespondToAuthChallenge', { ...answer(question, '4'), ClientMetadata: { from: 'tests' } })
  const { username } = await pool.user(email)
  const common = {
    version: '1',
    region: pool.userPoolId.split('_')[0],
    userPoolId: pool.userPoolId,
    userName: username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
  }
  const userAttributes = { sub: username, email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' }
  const about = { userAttributes, userNotFound: false }
  const challengeName = 'CUSTOM_CHALLENGE'
  const session = [{ challengeName, challengeResult: true, challengeMetadata: 'SUM_0' }]
  const clientMetadata = { from: 'tests' }
  const define = {
    ...common,
    triggerSource: 'DefineAuthChallenge_Authentication',
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  }
  const create = {
    ...common,
    triggerSource: 'CreateAuthChallenge_Authentication',
    response: {
      publicChallengeParameters: null,
      privateChallengeParameters: null,
      challengeMetadata: null,
    },
  }
  expect(events).toEqual([
    { ...define, request: { ...about, session: [] } },
    { ...create, request: { ...about, challengeName, session: [] } },
    {
      ...common,
      triggerSource: 'VerifyAuthChallengeResponse_Authentication',
      response: { answerCorrect: null },
      request: {
        ...about,
        clientMetadata,
        privateChallengeParameters: { answer: '4' },
        challengeAnswer: '4',
      },
    },
    { ...define, request: { ...about, clientMetadata, session } },
    { ...create, request: { ...about, clientMetadata, challengeName, session } },
  ])
})

describe('somebody who does not exist', () => {
  const nobody = 'nobody@example.com'

  test('is asked just the same, and gets no tokens for the right answers', async () => {
    const first = await start(nobody)
    expect(first).toMatchObject({ ChallengeParameters: { question: '2 + 2' } })
    expect((await start(nobody)).ChallengeParameters).toEqual(first.ChallengeParameters)
    const second = await pool.call('RespondToAuthChallenge', answer(first, '4', nobody))
    expect(await refusal(second, '6', first.ChallengeParameters?.USERNAME)).toEqual(incorrect)
  })

  test('is made known to the triggers', async () => {
    const told: unknown[] = []
    await poolWith({
      ...sums,
      DefineAuthChallenge(event) {
        told.push([event.request.userNotFound, event.request.userAttributes])
        event.response.failAuthentication = true
        return event
      },
    })
    const request = {
      ClientId: pool.clientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: nobody },
    }
    expect(await pool.refusal('InitiateAuth', request)).toEqual(incorrect)
    expect(told).toEqual([[true, {}]])
  })

  test('is named as such where the client does not hide who exists', async () => {
    await poolWith(sums, { PreventUserExistenceErrors: 'LEGACY' })
    const request = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: nobody } }
    expect(await pool.refusal('InitiateAuth', request)).toEqual(
      refused('UserNotFound', 'User does not exist.'),
    )
  })
})

const notConfigured = refused(
  'InvalidParameter',
  'Custom auth lambda trigger is not configured for the user pool.',
)
const unrecognizable = refused('InvalidLambdaResponse', 'Unrecognizable lambda output')

test.each(['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'] as const)(
  'says that %s is missing, and what it throws',
  async (name) => {
    const { [name]: _, ...others } = sums
    const start = { ClientId: '', AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: email } }
    const refusing = async () => {
      const ClientId = pool.clientId
      if (name !== 'VerifyAuthChallengeResponse') {
        return pool.refusal('InitiateAuth', { ...start, ClientId })
      }
      const asked = await pool.call('InitiateAuth', { ...start, ClientId, AuthFlow: 'CUSTOM_AUTH' })
      return refusal(asked, '4')
    }
    await poolWith(others)
    expect(await refusing()).toEqual(notConfigured)
    const failing = () => {
      throw new Error('no more sums')
    }
    await poolWith({ ...sums, [name]: failing })
    expect(await refusing()).toEqual(
      refused('UserLambdaValidation', `${name} failed with error no more sums.`),
    )
  },
)

describe('an answer of a trigger that makes no sense is refused:', () => {
  /** A function that answers so, whatever the types say. */
  const answering = (response: unknown) => (event: object) => ({ ...event, response }) as never

  test.each([
    ['no response', undefined],
    ['nothing that comes next', {}],
    ['a challenge that nobody knows', { challengeName: 'RIDDLE' }],
    ['the password, without a beginning by SRP', { challengeName: 'PASSWORD_VERIFIER' }],
    ['tokens that are neither to be given nor not', { issueTokens: 'yes' }],
  ])('%s', async (_, response) => {
    await poolWith({ ...sums, DefineAuthChallenge: answering(response) })
    const request = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: email } }
    expect(await pool.refusal('InitiateAuth', request)).toEqual(unrecognizable)
  })

  test.each([
    ['parameters that are a list', { publicChallengeParameters: [] }],
    ['a parameter that is no text', { privateChallengeParameters: { answer: 4 } }],
    ['a name that is no text', { challengeMetadata: 4 }],
  ])('%s', async (_, response) => {
    await poolWith({ ...sums, CreateAuthChallenge: answering(response) })
    const request = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: email } }
    expect(await pool.refusal('InitiateAuth', request)).toEqual(unrecognizable)
  })

  test('an answer that is neither right nor wrong', async () => {
    await poolWith({ ...sums, VerifyAuthChallengeResponse: answering({ answerCorrect: 'perhaps' }) })
    expect(await refusal(await start(), '4')).toEqual(unrecognizable)
  })
})
