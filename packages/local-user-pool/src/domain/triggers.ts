import { invalidLambdaResponse, userLambdaValidation } from '../protocol/exceptions.ts'
import type { ClientMetadataType } from '../protocol/types.generated.ts'

/** One question of a custom sign-in, as its triggers are told of it. */
export interface ChallengeResult {
  readonly challengeName: string
  readonly challengeResult: boolean
  /** The name that CreateAuthChallenge gave a question of its own. */
  readonly challengeMetadata?: string
}

/** What every one of these triggers is told of the user. */
export interface AboutUser {
  readonly userAttributes: Readonly<Record<string, string>>
  /** Present where the client prevents user existence errors; true for nobody. */
  readonly userNotFound?: boolean
  readonly clientMetadata?: ClientMetadataType
}

/** What each trigger is asked and what it may answer. A trigger is one entry here. */
export interface TriggerTypes {
  /** Says what comes next in a custom sign-in. */
  readonly DefineAuthChallenge: {
    readonly source: 'DefineAuthChallenge_Authentication'
    readonly request: AboutUser & { readonly session: readonly ChallengeResult[] }
    readonly response: { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
  }
  /** Makes a question. What is private never leaves the pool. */
  readonly CreateAuthChallenge: {
    readonly source: 'CreateAuthChallenge_Authentication'
    readonly request: AboutUser & {
      readonly challengeName: string
      readonly session: readonly ChallengeResult[]
    }
    readonly response: {
      publicChallengeParameters?: Record<string, string>
      privateChallengeParameters?: Record<string, string>
      challengeMetadata?: string
    }
  }
  /** Says whether an answer is right. */
  readonly VerifyAuthChallengeResponse: {
    readonly source: 'VerifyAuthChallengeResponse_Authentication'
    readonly request: AboutUser & {
      readonly privateChallengeParameters: Readonly<Record<string, string>>
      readonly challengeAnswer: string
    }
    readonly response: { answerCorrect?: boolean }
  }
}

export type TriggerName = keyof TriggerTypes

/** What a Lambda function is given by Cognito, and gives back with `response` filled in. */
export interface TriggerEvent<Name extends TriggerName> {
  readonly version: string
  readonly region: string
  readonly userPoolId: string
  readonly userName: string
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string }
  readonly triggerSource: TriggerTypes[Name]['source']
  readonly request: TriggerTypes[Name]['request']
  response: TriggerTypes[Name]['response']
}

/** Functions in the place of a user pool's Lambda triggers, by the trigger's name. */
export type Triggers = {
  readonly [Name in TriggerName]?: (
    event: TriggerEvent<Name>,
  ) => TriggerEvent<Name> | Promise<TriggerEvent<Name>>
}

/**
 * Asks a trigger.
 *
 * @returns its response; undefined where the pool has no such trigger
 * @throws UserLambdaValidationException where it throws, InvalidLambdaResponseException where it answers no event
 */
export async function runTrigger<Name extends TriggerName>(
  triggers: Triggers,
  name: Name,
  event: Omit<TriggerEvent<Name>, 'version' | 'region' | 'response'>,
): Promise<TriggerTypes[Name]['response'] | undefined> {
  const trigger = triggers[name]
  if (!trigger) return undefined
  const [region = ''] = event.userPoolId.split('_')
  let answer: unknown
  try {
    // A copy, as a Lambda function gets: what it changes there changes nothing here.
    answer = await trigger({ version: '1', region, ...structuredClone(event), response: {} })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // observed: the words, in a recorded answer of AWS.
    throw userLambdaValidation(`${name} failed with error ${message}.`)
  }
  const { response } = isRecord(answer) ? answer : {}
  if (!isRecord(response)) throw unrecognizable()
  return structuredClone(response)
}

// observed: the words, in several public code bases.
export const unrecognizable = () => invalidLambdaResponse('Unrecognizable lambda output')

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
