import { invalidParameter } from '../protocol/exceptions.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import { incorrectUsernameOrPassword } from './attempts.ts'
import { type Entrance, signedIn } from './sign-in.ts'
import {
  type AboutUser,
  type ChallengeResult,
  isRecord,
  runTrigger,
  type TriggerName,
  type TriggerTypes,
  unrecognizable,
} from './triggers.ts'
import type { User } from './users.ts'

/** Who signs in: what they typed, and whom it names, if anybody. */
interface Subject {
  readonly login: string
  readonly user: User | undefined
}

/** What a question of a custom sign-in remembers. */
export interface CustomState {
  readonly login: string
  readonly username: string
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
  subject: Subject,
  session: readonly ChallengeResult[],
): Promise<Next> {
  const source = 'DefineAuthChallenge_Authentication'
  const response = await ask(entrance, subject, 'DefineAuthChallenge', source, {
    ...about(entrance, subject),
    session,
  })
  const { challengeName, issueTokens, failAuthentication } = response
  // A Lambda function may write null for what it does not say.
  const isSaid = (value: unknown) => value === undefined || value === null || typeof value === 'boolean'
  if (!isSaid(issueTokens) || !isSaid(failAuthentication)) throw unrecognizable()
  if (failAuthentication) throw incorrectUsernameOrPassword()
  if (issueTokens) return 'tokens'
  // assumed: other challenges, which a trigger is told of, cannot be asked for by one.
  if (challengeName !== 'CUSTOM_CHALLENGE' && challengeName !== 'PASSWORD_VERIFIER') throw unrecognizable()
  return challengeName
}

/** Goes on with a custom sign-in, in which so much has happened, as DefineAuthChallenge says. */
export async function goOn(
  entrance: Entrance,
  subject: Subject,
  session: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  return carryOut(entrance, subject, session, await define(entrance, subject, session))
}

/** Does what `define` answered. */
export async function carryOut(
  entrance: Entrance,
  subject: Subject,
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
  subject: Subject,
  session: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  const { context, client } = entrance
  const source = 'CreateAuthChallenge_Authentication'
  const request = { ...about(entrance, subject), challengeName: 'CUSTOM_CHALLENGE', session }
  const response = await ask(entrance, subject, 'CreateAuthChallenge', source, request)
  const { challengeMetadata } = response
  if (!isText(challengeMetadata ?? '')) throw unrecognizable()
  const username = usernameOf(entrance, subject)
  const state: CustomState = {
    login: subject.login,
    username,
    session,
    privateChallengeParameters: texts(response.privateChallengeParameters),
    ...(challengeMetadata && { challengeMetadata }),
  }
  const parameters = texts(response.publicChallengeParameters)
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
  subject: Subject,
  { privateChallengeParameters, challengeMetadata }: CustomState,
  challengeAnswer: string,
): Promise<ChallengeResult> {
  const source = 'VerifyAuthChallengeResponse_Authentication'
  const request = { ...about(entrance, subject), privateChallengeParameters, challengeAnswer }
  const { answerCorrect } = await ask(entrance, subject, 'VerifyAuthChallengeResponse', source, request)
  if (typeof (answerCorrect ?? false) !== 'boolean') throw unrecognizable()
  return {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: answerCorrect === true,
    ...(challengeMetadata !== undefined && { challengeMetadata }),
  }
}

async function ask<Name extends TriggerName>(
  entrance: Entrance,
  subject: Subject,
  name: Name,
  triggerSource: TriggerTypes[Name]['source'],
  request: TriggerTypes[Name]['request'],
): Promise<TriggerTypes[Name]['response']> {
  const { context, pool, client } = entrance
  const response = await runTrigger(context.world.triggers, name, {
    userPoolId: pool.Id,
    userName: usernameOf(entrance, subject),
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.ClientId },
    triggerSource,
    request,
  })
  // observed: the words, in several public code bases.
  if (!response) throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  return response
}

function about({ client, clientMetadata }: Entrance, { user }: Subject): AboutUser {
  return {
    // observed: the status among the attributes, in events quoted in public issues.
    userAttributes: user ? { ...user.attributes, 'cognito:user_status': user.status } : {},
    ...(client.PreventUserExistenceErrors === 'ENABLED' && { userNotFound: user === undefined }),
    ...(clientMetadata && { clientMetadata }),
  }
}

function usernameOf({ context, pool }: Entrance, { login, user }: Subject): string {
  return user?.username ?? context.simulated.username(pool, login)
}

const isText = (value: unknown): value is string => typeof value === 'string'

function texts(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw unrecognizable()
  const entries = Object.entries(value).flatMap(([name, text]) =>
    isText(text) ? [[name, text] as const] : [],
  )
  if (entries.length < Object.keys(value).length) throw unrecognizable()
  return Object.fromEntries(entries)
}
