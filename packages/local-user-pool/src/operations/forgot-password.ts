import { checkSecretHash } from '../domain/clients.ts'
import { reachable, recoveryContact } from '../domain/deliveries.ts'
import { notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sends a code to a verified address, with which the user chooses a new password. */
export const ForgotPassword = operation(
  'ForgotPassword',
  (input, { world, clients, pools, users, attempts, deliveries, simulated }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ForgotPassword')
    const isHidden = client.PreventUserExistenceErrors === 'ENABLED'
    const believable = () => ({ CodeDeliveryDetails: simulated.delivery(pool, input.Username) })
    // documented: a believable answer where nobody has the name, and about who is disabled or has no verified
    // address.
    if (isHidden && !user?.enabled) return believable()
    if (!user) throw userNotFound('Username/client id combination not found.')
    // assumed: the words; a disabled user is refused.
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status === 'FORCE_CHANGE_PASSWORD') {
      throw notAuthorized('User password cannot be reset in the current state.')
    }
    if (isHidden && !reachable(pool, user)) return believable()
    const contact = recoveryContact(pool, user)
    return {
      CodeDeliveryDetails: world.database.transaction(() => deliveries.sendCode(user, 'reset', contact)),
    }
  },
)
