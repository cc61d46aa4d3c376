import { checkSecretHash } from '../domain/clients.ts'
import { confirmationOf, signUpContact } from '../domain/deliveries.ts'
import { envelopeFor } from '../domain/messages.ts'
import { invalidParameter, notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { discreet } from './operation.ts'

/** Sends a new sign-up code; the one before is void. */
export const ResendConfirmationCode = discreet(
  'ResendConfirmationCode',
  async (input, { world, clients, pools, users, attempts, authEvents, deliveries, simulated }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ResendConfirmationCode')
    // documented: a believable answer where nobody has the name, and about who is disabled.
    if (client.PreventUserExistenceErrors === 'ENABLED' && !user?.enabled) {
      return { CodeDeliveryDetails: simulated.delivery(pool, input.Username) }
    }
    if (!user) throw userNotFound('Username/client id combination not found.')
    // assumed: the words; a disabled user is refused.
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
    const contact = signUpContact(pool, user)
    // assumed: the words where the pool verifies nothing that the user has.
    if (!contact) throw invalidParameter('Cannot resend codes. Auto verification not turned on.')
    const occasion = { pool, client, source: 'ResendCode', clientMetadata: input.ClientMetadata } as const
    const envelope = await envelopeFor(world, occasion, user, contact)
    return {
      CodeDeliveryDetails: world.database.transaction(() => {
        // A code verifies the very address that it is sent to.
        const now = users.current(pool, user)
        authEvents.record(pool, now, 'ResendCode', 'Pass')
        return deliveries.sendCode(now, confirmationOf(now, contact), contact, envelope)
      }),
    }
  },
)
