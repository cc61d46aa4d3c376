import type { Context } from '../domain/context.ts'
import type { AuthorizationRequest } from '../oauth2/authorization-request.ts'
import type { OAuthRequest } from '../oauth2/endpoint.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { causeOf, reasonOf, type Topic, topicOf } from './failures.ts'
import { type Language, texts } from './texts/index.ts'
import type { Texts } from './texts/texts.ts'

/** A browser at a page, and what it was sent here for. */
export interface Visit {
  readonly c: OAuthRequest
  readonly context: Context
  readonly request: AuthorizationRequest
  readonly lang: Language
}

/** What was typed into a form, by the names of its fields. */
export type Form = Readonly<Record<string, string>>

/** Why a form is shown once more. */
export interface Problem {
  readonly text: string
  readonly topic: Topic | undefined
}

export const textsOf = ({ lang }: Pick<Visit, 'lang'>): Texts => texts[lang]

/** The address of a page, with the authorization request unchanged. */
export const addressOf = ({ request }: Visit, path: string) => `${path}?${request.query}`

/**
 * The exception that was thrown, noted for whoever looks on at the console.
 *
 * @throws whatever else it is: a bug
 */
export function exceptionOf({ c }: Visit, error: unknown): CognitoException {
  if (!(error instanceof CognitoException)) throw error
  c.set('outcome', error.name)
  c.set('detail', error.reason ?? error.message)
  return error
}

/** An exception in the person's language. */
export function problemOf(visit: Visit, exception: CognitoException): Problem {
  const cause = causeOf(exception)
  return { text: textsOf(visit).failures[cause](reasonOf(exception)), topic: topicOf(cause) }
}
