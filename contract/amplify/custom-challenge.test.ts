import type { Triggers } from '@genkan/local-user-pool'
import { confirmSignIn, getCurrentUser, signIn, signOut } from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

/** After the password, if the client begins with it, a riddle that may be guessed twice. */
const triggers: Triggers = {
  DefineAuthChallenge(event) {
    const { session } = event.request
    const last = session.at(-1)
    const wrong = session.filter(({ challengeResult }) => !challengeResult).length
    if (wrong === 2) event.response.failAuthentication = true
    else if (last?.challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
    else if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) {
      event.response.issueTokens = true
    } else event.response.challengeName = 'CUSTOM_CHALLENGE'
    return event
  },
  CreateAuthChallenge(event) {
    event.response.publicChallengeParameters = { riddle: 'What has keys, and opens no door?' }
    event.response.privateChallengeParameters = { answer: 'piano' }
    return event
  },
  VerifyAuthChallengeResponse(event) {
    const { challengeAnswer, privateChallengeParameters } = event.request
    event.response.answerCorrect = challengeAnswer === privateChallengeParameters.answer
    return event
  },
}

let target: Target

beforeAll(async () => {
  target = await startTarget({ triggers, client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } })
})
afterEach(() => signOut())
afterAll(() => target.close())

const riddle = {
  signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
  additionalInfo: { riddle: 'What has keys, and opens no door?' },
}

/** Asks to sign in; with the password where the flow begins with it. */
async function begin(authFlowType: 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP', password?: string) {
  configure(target)
  const person = await confirmedUser(target)
  return signIn({
    username: person.email,
    ...(authFlowType === 'CUSTOM_WITH_SRP' && { password: password ?? person.password }),
    options: { authFlowType },
  })
}

test.each(['CUSTOM_WITH_SRP', 'CUSTOM_WITHOUT_SRP'] as const)(
  '%s: is asked, may be wrong once, and signs in by the right answer',
  async (flow) => {
    const asked = await begin(flow)
    expect(asked).toMatchObject({ isSignedIn: false, nextStep: riddle })
    expect(JSON.stringify(asked)).not.toContain('piano')
    expect((await confirmSignIn({ challengeResponse: 'a map' })).nextStep).toMatchObject(riddle)
    expect(await confirmSignIn({ challengeResponse: 'piano' })).toMatchObject({ isSignedIn: true })
    expect(await getCurrentUser()).toMatchObject({ signInDetails: { authFlowType: flow } })
  },
)

test('is refused after the last wrong answer', async () => {
  await begin('CUSTOM_WITHOUT_SRP')
  await confirmSignIn({ challengeResponse: 'a map' })
  await expect(confirmSignIn({ challengeResponse: 'a map' })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('is asked nothing after a wrong password', async () => {
  await expect(begin('CUSTOM_WITH_SRP', 'Wrong-2026')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
})

test('is refused when the answer comes too late', async () => {
  await begin('CUSTOM_WITHOUT_SRP')
  target.moveClock({ minutes: 4 })
  await expect(confirmSignIn({ challengeResponse: 'piano' })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})
