import { checkThreatProtection } from '../domain/auth-events.ts'
import { operation } from './operation.ts'
import { newestFirst } from './page.ts'

/**
 * What a user did and whether it succeeded, the latest first; recorded while threat protection is on: sign-ins,
 * sign-ups, changed and forgotten passwords, codes sent again.
 */
export const AdminListUserAuthEvents = operation(
  'AdminListUserAuthEvents',
  (input, { pools, users, authEvents }) => {
    const pool = pools.get(input.UserPoolId)
    checkThreatProtection(pool)
    const user = users.get(pool, input.Username)
    const { items, next } = newestFirst(input.NextToken, input.MaxResults, (before, limit) =>
      authEvents.list(user, before, limit),
    )
    return { AuthEvents: items.map(({ event }) => event), NextToken: next }
  },
)
