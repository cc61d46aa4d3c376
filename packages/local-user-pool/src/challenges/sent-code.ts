import type { SecondFactor, SecondFactorState } from '../domain/second-factors.ts'
import { signedIn, underWay } from '../domain/sign-in.ts'
import type { User } from '../domain/users.ts'
import { codeMismatch } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** A challenge whose answer is a code that was sent; each of them is an own file that says which. */
export function sentCode(
  name: Exclude<SecondFactor, 'SOFTWARE_TOKEN_MFA'>,
  parameter: string,
  contact: 'email' | 'phone_number',
): Challenge {
  return {
    name,
    async answer(entrance, responses, session) {
      const { context, pool } = entrance
      const { attempts, challenges, users, world } = context
      const username = requiredParameter(responses, 'USERNAME')
      const code = requiredParameter(responses, parameter)
      const { asked, user } = underWay<SecondFactorState>(entrance, name, session, username)
      attempts.checkLock(pool, user.username, user)
      // Who mistyped may try again with the same session; each try counts towards the lockout.
      if (code !== asked.state.code) {
        throw attempts.refuse(pool, user.username, user, () =>
          codeMismatch('Invalid code or auth state for the user.'),
        )
      }
      const confirmed = world.database.transaction(() => {
        challenges.take(asked)
        return asked.state.setsUp
          ? users.change(pool, user, (current) => setUp(current, name, contact))
          : user
      })
      return signedIn(entrance, confirmed)
    },
  }
}

/** The address has shown that it is the user's, and serves as a second factor from now on. */
function setUp({ attributes, factors }: User, name: SecondFactor, contact: string): Partial<User> {
  return {
    attributes: { ...attributes, [`${contact}_verified`]: 'true' },
    factors: { ...factors, enabled: [...new Set([...factors.enabled, name])] },
  }
}
