import { checkSecretHash } from '../domain/clients.ts'
import { deliveryDetails, recoveryContact } from '../domain/deliveries.ts'
import { notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sends a code to a verified address, with which the user chooses a new password. */
export const ForgotPassword = operation(
  'ForgotPassword',
  (input, { world, clients, pools, users, attempts, deliveries }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ForgotPassword')
    if (!user) {
      if (client.PreventUserExistenceErrors !== 'ENABLED') {
        throw userNotFound('Username/client id combination not found.')
      }
      // documented: a believable answer about somebody who does not exist.
      return { CodeDeliveryDetails: deliveryDetails('email', input.Username) }
    }
    // assumed: the words; a disabled user is refused.
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status === 'FORCE_CHANGE_PASSWORD') {
      throw notAuthorized('User password cannot be reset in the current state.')
    }
    const contact = recoveryContact(pool, user)
    return {
      CodeDeliveryDetails: world.database.transaction(() => deliveries.sendCode(user, 'reset', contact)),
    }
  },
)
