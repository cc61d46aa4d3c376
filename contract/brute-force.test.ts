import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword } from './people.ts'
import { startTarget, type Target } from './target.ts'
import { post } from './wire.ts'

// Many connections at once are worth no more than one after another. These guess, and would be an attack on a real pool.

let target: Target

beforeAll(async () => {
  target = await startTarget({
    userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
  })
  target.stopClock()
})
afterAll(() => target.close())

/** Sends twenty requests at once; answers how often each refusal came, and nothing where all were answered otherwise. */
async function twenty(operation: string, input: (index: number) => object): Promise<Record<string, number>> {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      post(target, operation, { ClientId: target.clientId, ...input(index) }),
    ),
  )
  const told: Record<string, number> = {}
  for (const { status, text } of answers) {
    const { message } = JSON.parse(text)
    const what = status === 200 ? 'ok' : message
    told[what] = (told[what] ?? 0) + 1
  }
  return told
}

const signIn = (AuthFlow: string, parameters: object) => ({
  ClientId: target.clientId,
  AuthFlow,
  AuthParameters: parameters,
})

async function asked(AuthFlow: string, parameters: object) {
  const { text } = await post(target, 'InitiateAuth', signIn(AuthFlow, parameters))
  return JSON.parse(text) as { Session: string; ChallengeParameters: Record<string, string> }
}

test('of twenty wrong passwords at once five are looked at', async () => {
  const { email: USERNAME } = await confirmedUser(target)
  expect(
    await twenty('InitiateAuth', (index) =>
      signIn('USER_PASSWORD_AUTH', { USERNAME, PASSWORD: `wrong-${index}` }),
    ),
  ).toEqual({ 'Incorrect username or password.': 5, 'Password attempts exceeded': 15 })
})

test('of twenty wrong proofs at once, to questions that were all asked before, five are looked at', async () => {
  const { email } = await confirmedUser(target)
  const SRP_A = randomBytes(300).toString('hex')
  const questions = await Promise.all(
    Array.from({ length: 20 }, () => asked('USER_SRP_AUTH', { USERNAME: email, SRP_A })),
  )
  const told = await twenty('RespondToAuthChallenge', (index) => {
    const { USERNAME, SECRET_BLOCK } = questions[index]?.ChallengeParameters ?? {}
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: randomBytes(32).toString('base64'),
        TIMESTAMP: 'Sat Nov 21 04:30:05 UTC 2026',
      },
    }
  })
  expect(told).toEqual({ 'Incorrect username or password.': 5, 'Password attempts exceeded': 15 })
})

test('of twenty wrong sign-in codes at once, each with a Session of its own, ten are looked at', async () => {
  const { email: USERNAME } = await confirmedUser(target)
  const code = { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' }
  const questions = await Promise.all(Array.from({ length: 20 }, () => asked('USER_AUTH', code)))
  const told = await twenty('RespondToAuthChallenge', (index) => ({
    ChallengeName: 'EMAIL_OTP',
    Session: questions[index]?.Session,
    ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: '00000' },
  }))
  expect(told).toEqual({ 'Invalid code or auth state for the user.': 10, 'Password attempts exceeded': 10 })
})

test('of twenty equal right sign-in codes one signs in; too late, none does', async () => {
  const { email: USERNAME } = await confirmedUser(target)
  const begin = () => asked('USER_AUTH', { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  const answer = async ({ Session }: { Session: string }) => {
    const EMAIL_OTP_CODE = await target.sent(USERNAME)
    return { ChallengeName: 'EMAIL_OTP', Session, ChallengeResponses: { USERNAME, EMAIL_OTP_CODE } }
  }
  const inTime = await answer(await begin())
  expect(await twenty('RespondToAuthChallenge', () => inTime)).toEqual({
    ok: 1,
    'Invalid session for the user, session can only be used once.': 19,
  })
  const late = await answer(await begin())
  target.moveClock({ minutes: 3 })
  expect(await twenty('RespondToAuthChallenge', () => late)).toEqual({
    'Invalid session for the user, session is expired.': 20,
  })
})

test.each([
  ['ConfirmForgotPassword', 5, { ConfirmationCode: '00000', Password: 'Chosen-2026' }],
  ['ForgotPassword', 5, {}],
] as const)('of twenty %s at once %i are looked at', async (operation, count, input) => {
  const { email: Username } = await confirmedUser(target)
  await post(target, 'ForgotPassword', { ClientId: target.clientId, Username })
  const told = await twenty(operation, () => ({ ...input, Username }))
  const looked = operation === 'ForgotPassword' ? count - 1 : count
  expect(told['Attempt limit exceeded, please try after some time.']).toBe(20 - looked)
})

test('of twenty sign-up codes at once fifteen are looked at, of twenty requests for new ones five', async () => {
  const Username = `${randomBytes(8).toString('hex')}@example.com`
  await post(target, 'SignUp', { ClientId: target.clientId, Username, Password: goodPassword })
  const wrong = await twenty('ConfirmSignUp', () => ({ Username, ConfirmationCode: '00000' }))
  expect(wrong).toEqual({
    'Invalid verification code provided, please try again.': 15,
    'Attempt limit exceeded, please try after some time.': 5,
  })
  expect(await twenty('ResendConfirmationCode', () => ({ Username }))).toEqual({
    ok: 5,
    'Attempt limit exceeded, please try after some time.': 15,
  })
})
