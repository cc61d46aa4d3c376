import type { Addressee } from './challenges-under-way.ts'
import type { Client } from './clients.ts'
import type { Context } from './context.ts'
import type { User } from './users.ts'

/** What a sign-up leaves behind for the sign-in that may follow it. */
export interface SignUpState extends Addressee {
  /** Of the password that was chosen then: whoever has replaced it is not the one who signed up. */
  readonly salt: string | null
}

/**
 * A Session that USER_AUTH takes, in answers to a client that allows that flow: whoever signed up may go on to sign in
 * without proving once more who they are.
 */
export function signUpSession({ challenges }: Pick<Context, 'challenges'>, client: Client, user: User) {
  if (!client.ExplicitAuthFlows?.includes('ALLOW_USER_AUTH')) return {}
  return { Session: challenges.ask(client, 'SIGN_UP', signUpState(user)) }
}

export const signUpState = ({ username, sub, salt }: User): SignUpState => ({ username, sub, salt })
