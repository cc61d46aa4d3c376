import { checkSecretHash } from '../domain/clients.ts'
import { type Contact, reachable, recoveryContact } from '../domain/deliveries.ts'
import { envelopeFor } from '../domain/messages.ts'
import { migrated } from '../domain/user-migration.ts'
import type { User } from '../domain/users.ts'
import { notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { discreet } from './operation.ts'

/** Sends a code to a verified address, with which the user chooses a new password. */
export const ForgotPassword = discreet('ForgotPassword', async (input, context) => {
  const { world, clients, pools, users, attempts, authEvents, deliveries, simulated } = context
  const client = clients.get(input.ClientId)
  const pool = pools.get(client.UserPoolId)
  checkSecretHash(client, input.Username, input.SecretHash)
  const { Username: login, ClientMetadata: clientMetadata } = input
  const known = users.find(pool, login)
  attempts.spend(pool, login, known, 'ForgotPassword')
  const user = known ?? (await migrated(context, pool, client, { login, clientMetadata }))
  const isHidden = client.PreventUserExistenceErrors === 'ENABLED'
  const believable = () => ({ CodeDeliveryDetails: simulated.delivery(pool, login) })
  // Where the code goes; undefined where the answer is only to look as if it went somewhere.
  const contactOf = (user: User | undefined, asked?: Contact): Contact | undefined => {
    // documented: a believable answer where nobody has the name, and about who is disabled or has no verified
    // address.
    if (isHidden && !user?.enabled) return undefined
    if (!user) throw userNotFound('Username/client id combination not found.')
    // assumed: the words; a disabled user is refused.
    if (!user.enabled) throw notAuthorized('User is disabled.')
    // observed: also whoever signs in by a provider, in an issue of amplify-js.
    if (user.status === 'FORCE_CHANGE_PASSWORD' || user.status === 'EXTERNAL_PROVIDER') {
      throw notAuthorized('User password cannot be reset in the current state.')
    }
    return isHidden ? reachable(pool, user, asked) : recoveryContact(pool, user, asked)
  }
  const contact = contactOf(user)
  if (!user || !contact) return believable()
  const occasion = { pool, client, source: 'ForgotPassword', clientMetadata } as const
  const envelope = await envelopeFor(world, occasion, user, contact)
  return world.database.transaction(() => {
    const now = users.still(pool, user)
    if (!contactOf(now, contact) || !now) return believable()
    authEvents.record(pool, now, 'ForgotPassword', 'InProgress')
    return { CodeDeliveryDetails: deliveries.sendCode(now, 'reset', contact, envelope) }
  })
})
