import { invalidParameter } from '../protocol/exceptions.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import { incorrectUsernameOrPassword } from './attempts.ts'
import { aboutPerson } from './authentication-triggers.ts'
import type { Addressee } from './challenges-under-way.ts'
import { isTrue, textOf, textsOf, unrecognizable } from './lambda-output.ts'
import { type Entrance, type Person, signedIn } from './sign-in.ts'
import type { ChallengeResult, TriggerName, TriggerTypes } from './trigger-events.ts'
import { runTrigger } from './triggers.ts'

/** What a question of a custom sign-in remembers. */
export interface CustomState extends Addressee {
  readonly login: string
  /** What came before it. */
  readonly session: readonly ChallengeResult[]
  readonly challengeMetadata?: string
  /** What only the trigger that looks at the answer gets to see. */
  readonly privateChallengeParameters: Readonly<Record<string, string>>
}

/** What DefineAuthChallenge has come next. */
type Next = 'tokens' | 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER'

/**
 * Asks DefineAuthChallenge what comes next.
 *
 * @throws NotAuthorizedException where it ends the sign-in
 */
export async function define(
  entrance: Entrance,
  subject: Person,
  session: readonly ChallengeResult[],
): Promise<Next> {
  const source = 'DefineAuthChallenge_Authentication'
  const response = await ask(entrance, subject, 'DefineAuthChallenge', source, {
    ...aboutPerson(entrance, subject.user),
    session,
  })
  const { challengeName } = response
  const isOver = isTrue(response.failAuthentication)
  const isDone = isTrue(response.issueTokens)
  if (isOver) throw incorrectUsernameOrPassword()
  if (isDone) return 'tokens'
  // assumed: other challenges, which a trigger is told of, cannot be asked for by one.
  if (challengeName !== 'CUSTOM_CHALLENGE' && challengeName !== 'PASSWORD_VERIFIER') throw unrecognizable()
  return challengeName
}

/** Goes on with a custom sign-in, in which so much has happened, as DefineAuthChallenge says. */
export async function goOn(
  entrance: Entrance,
  subject: Person,
  session: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  return carryOut(entrance, subject, session, await define(entrance, subject, session))
}

/** Does what `define` answered. */
export async function carryOut(
  entrance: Entrance,
  subject: Person,
  session: readonly ChallengeResult[],
  next: Next,
): Promise<InitiateAuthResponse> {
  // The password is asked for at the beginning or not at all: afterwards there is no public value to ask with.
  if (next === 'PASSWORD_VERIFIER') throw unrecognizable()
  if (next === 'CUSTOM_CHALLENGE') return askQuestion(entrance, subject, session)
  // assumed: whoever gets tokens by a custom challenge is asked for no second factor of the pool's.
  if (!subject.user) throw incorrectUsernameOrPassword()
  return signedIn(entrance, subject.user)
}

/** Has CreateAuthChallenge make a question, and asks it. */
async function askQuestion(
  entrance: Entrance,
  subject: Person,
  session: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  const { context, client } = entrance
  const source = 'CreateAuthChallenge_Authentication'
  const request = { ...aboutPerson(entrance, subject.user), challengeName: 'CUSTOM_CHALLENGE', session }
  const response = await ask(entrance, subject, 'CreateAuthChallenge', source, request)
  const challengeMetadata = textOf(response.challengeMetadata)
  const username = usernameOf(entrance, subject)
  const state: CustomState = {
    login: subject.login,
    username,
    sub: subject.user?.sub,
    session,
    privateChallengeParameters: textsOf(response.privateChallengeParameters),
    ...(challengeMetadata && { challengeMetadata }),
  }
  const parameters = textsOf(response.publicChallengeParameters)
  return {
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: context.challenges.ask(client, 'CUSTOM_CHALLENGE', state),
    // observed: USERNAME among the parameters, in answers quoted in public issues.
    ChallengeParameters: { ...parameters, USERNAME: username },
  }
}

/** Has VerifyAuthChallengeResponse look at an answer; what it says is the latest entry of the session. */
export async function verify(
  entrance: Entrance,
  subject: Person,
  { privateChallengeParameters, challengeMetadata }: CustomState,
  challengeAnswer: string,
): Promise<ChallengeResult> {
  const source = 'VerifyAuthChallengeResponse_Authentication'
  const request = { ...aboutPerson(entrance, subject.user), privateChallengeParameters, challengeAnswer }
  const { answerCorrect } = await ask(entrance, subject, 'VerifyAuthChallengeResponse', source, request)
  return {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: isTrue(answerCorrect),
    ...(challengeMetadata !== undefined && { challengeMetadata }),
  }
}

async function ask<Name extends TriggerName>(
  entrance: Entrance,
  subject: Person,
  name: Name,
  triggerSource: TriggerTypes[Name]['source'],
  request: TriggerTypes[Name]['request'],
): Promise<TriggerTypes[Name]['response']> {
  const response = await runTrigger(entrance.context.world, name, entrance, {
    userName: usernameOf(entrance, subject),
    triggerSource,
    request,
  })
  // observed: the words, in several public code bases.
  if (!response) throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  return response
}

function usernameOf({ context, pool }: Entrance, { login, user }: Person): string {
  return user?.username ?? context.simulated.username(pool, login)
}
