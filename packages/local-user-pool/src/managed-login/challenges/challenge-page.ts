import { secretHashOf } from '../../domain/clients.ts'
import type { Entrance } from '../../domain/sign-in.ts'
import { answer } from '../../operations/respond-to-auth-challenge.ts'
import type { ChallengeNameType, InitiateAuthResponse } from '../../protocol/types.generated.ts'
import type { Field } from '../fields.ts'
import type { Markup } from '../frame.ts'
import type { Form, Visit } from '../visit.ts'

/** A question of a sign-in that is under way: all of it is in the page, so that tabs do not disturb each other. */
export interface Asked {
  readonly name: ChallengeNameType
  readonly session: string
  /** As the answer has to name the user. */
  readonly username: string
  /** What the question says, as far as the page shows it. */
  readonly parameters: Readonly<Record<string, string>>
}

/** How a question is put. */
export interface Question {
  readonly title: string
  readonly lead?: string | undefined
  readonly fields?: readonly Field[]
  /** Between the lead and the fields. */
  readonly main?: Markup
  /** Another button that sends it; none where the main part has its own. */
  readonly submit?: string
  readonly runsScript?: true
}

/** The page of a challenge: a file of this folder for each value of `ChallengeName` that has one. */
export interface ChallengePage {
  readonly name: ChallengeNameType
  question(visit: Visit, asked: Asked): Question
  /** What the form would say where there is only one way to answer it: the page is not shown then. */
  sure?(visit: Visit, asked: Asked): Form | undefined
  /** Hands the answer over, and says what comes next. */
  answer(entrance: Entrance, asked: Asked, form: Form): Promise<InitiateAuthResponse>
}

/** Answers a question as the client would. */
export function respond(
  entrance: Entrance,
  { name, session, username }: Asked,
  responses: Form,
): Promise<InitiateAuthResponse> {
  const SECRET_HASH = secretHashOf(entrance.client, username)
  return answer(entrance, {
    ChallengeName: name,
    Session: session,
    ChallengeResponses: { ...responses, USERNAME: username, ...(SECRET_HASH && { SECRET_HASH }) },
  })
}

/** The names that a parameter lists as JSON. */
export function listed({ parameters }: Asked, name: string): string[] {
  try {
    const value: unknown = JSON.parse(parameters[name] ?? '[]')
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}
