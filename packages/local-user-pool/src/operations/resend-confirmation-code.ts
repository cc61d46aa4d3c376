import { checkSecretHash } from '../domain/clients.ts'
import { deliveryDetails, signUpContact } from '../domain/deliveries.ts'
import { invalidParameter, userNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sends a new sign-up code; the one before is void. */
export const ResendConfirmationCode = operation(
  'ResendConfirmationCode',
  (input, { world, clients, pools, users, attempts, deliveries }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ResendConfirmationCode')
    if (!user) {
      if (client.PreventUserExistenceErrors !== 'ENABLED') {
        throw userNotFound('Username/client id combination not found.')
      }
      // documented: a believable answer about somebody who does not exist.
      return { CodeDeliveryDetails: deliveryDetails('email', input.Username) }
    }
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
    const contact = signUpContact(pool, user)
    // assumed: the words where the pool verifies nothing that the user has.
    if (!contact) throw invalidParameter('Cannot resend codes. Auto verification not turned on.')
    return {
      CodeDeliveryDetails: world.database.transaction(() => deliveries.sendCode(user, 'sign-up', contact)),
    }
  },
)
