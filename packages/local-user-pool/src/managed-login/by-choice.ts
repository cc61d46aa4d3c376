import { hasChoice } from '../domain/first-factors.ts'
import type { Visit } from './visit.ts'

/** Whether people choose how to sign in, and are asked first who they are. */
// documented: managed login offers codes and passkeys where the client allows ALLOW_USER_AUTH.
export const isByChoice = ({ request: { client, pool } }: Visit) =>
  hasChoice(pool) && client.ExplicitAuthFlows?.includes('ALLOW_USER_AUTH') === true
