import type { Client } from './clients.ts'
import type { Context } from './context.ts'
import type { User } from './users.ts'

/**
 * A Session that USER_AUTH takes, in answers to a client that allows that flow: whoever signed up may go on to sign in
 * without proving once more who they are.
 */
export function signUpSession({ challenges }: Pick<Context, 'challenges'>, client: Client, user: User) {
  if (!client.ExplicitAuthFlows?.includes('ALLOW_USER_AUTH')) return {}
  const { username, sub } = user
  return { Session: challenges.ask(client, 'SIGN_UP', { username, sub }) }
}
