import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { checkHistory, checkPolicy, knows, newPassword } from '../domain/passwords.ts'
import { operation } from './operation.ts'

/** Replaces the password of the user who holds the access token. */
export const ChangePassword = operation(
  'ChangePassword',
  async (input, { world, tokens, users, attempts, authEvents }) => {
    const { user, pool } = await tokens.caller(input.AccessToken)
    attempts.spend(pool, user.username, user, 'ChangePassword')
    authEvents.attempt(pool, user, 'PasswordChange', () => {
      // A user who signs in without a password may give themselves one, without a previous one.
      if (user.verifier !== null && !knows(user, input.PreviousPassword ?? ''))
        throw incorrectUsernameOrPassword()
      checkPolicy(pool, input.ProposedPassword)
      checkHistory(pool, user, input.ProposedPassword)
      const password = newPassword(world, user, input.ProposedPassword)
      users.change(pool, user, ({ verifier }) => {
        // Another request may have replaced the password that was shown to be known.
        if (verifier !== user.verifier) throw incorrectUsernameOrPassword()
        return password
      })
    })
    return {}
  },
)
