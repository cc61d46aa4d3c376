import { checkSecretHash } from '../domain/clients.ts'
import { noCode, reachable, wrongCode } from '../domain/deliveries.ts'
import { checkHistory, checkPolicy, newPassword } from '../domain/passwords.ts'
import { postConfirmation } from '../domain/sign-up-triggers.ts'
import { notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { discreet } from './operation.ts'

/** Sets a new password by the code that ForgotPassword sent. */
export const ConfirmForgotPassword = discreet(
  'ConfirmForgotPassword',
  async (input, { world, clients, pools, users, attempts, authEvents, deliveries }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ConfirmForgotPassword')
    // Before it is looked at who exists, so that neither the answer nor the time it takes to reckon tells.
    checkPolicy(pool, input.Password)
    const identity = user ?? { poolId: pool.Id, username: input.Username }
    const password = newPassword(world, identity, input.Password)
    const isHidden = client.PreventUserExistenceErrors === 'ENABLED'
    // documented: a wrong code for whoever ForgotPassword answered about without sending one, and none where it was
    // not called.
    if (isHidden && !(user?.enabled && reachable(pool, user))) {
      throw attempts.wasSpent(pool, input.Username, user, 'ForgotPassword') ? wrongCode() : noCode()
    }
    if (!user) throw userNotFound('Username/client id combination not found.')
    // assumed: the words; a disabled user is refused.
    if (!user.enabled) throw notAuthorized('User is disabled.')
    const saved = authEvents.attempt(pool, user, 'ForgotPassword', () =>
      world.database.transaction(() => {
        deliveries.consume(user, 'reset', input.ConfirmationCode)
        // Only who has the code learns of it, and may use the code again for another password.
        checkHistory(pool, user, input.Password)
        attempts.forgive(pool, user)
        return users.change(pool, user, { ...password, status: 'CONFIRMED' })
      }),
    )
    const source = 'PostConfirmation_ConfirmForgotPassword'
    await postConfirmation(world, { pool, client }, source, saved, input.ClientMetadata)
    return {}
  },
)
