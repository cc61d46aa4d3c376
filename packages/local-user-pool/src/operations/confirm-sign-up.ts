import { checkSecretHash } from '../domain/clients.ts'
import { confirmationOf, noCode, signUpContact, wrongCode } from '../domain/deliveries.ts'
import { signUpSession } from '../domain/sign-up.ts'
import { postConfirmation } from '../domain/sign-up-triggers.ts'
import { notAuthorized, userNotFound } from '../protocol/exceptions.ts'
import { discreet } from './operation.ts'

/** Confirms a user by the code that was sent at sign-up; the address that it was sent to is verified with it. */
export const ConfirmSignUp = discreet('ConfirmSignUp', async (input, context) => {
  const { world, clients, pools, users, attempts, authEvents, deliveries } = context
  const client = clients.get(input.ClientId)
  const pool = pools.get(client.UserPoolId)
  checkSecretHash(client, input.Username, input.SecretHash)
  const user = users.find(pool, input.Username)
  attempts.spend(pool, input.Username, user, 'ConfirmSignUp')
  if (!user) {
    if (client.PreventUserExistenceErrors === 'ENABLED') throw wrongCode()
    throw userNotFound('Username/client id combination not found.')
  }
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  const contact = signUpContact(pool, user)
  if (!contact) throw noCode()
  const confirmed = authEvents.attempt(pool, user, 'SignUp', () =>
    world.database.transaction(() => {
      deliveries.consume(user, confirmationOf(user, contact), input.ConfirmationCode)
      return users.change(pool, user, ({ attributes }) => ({
        status: 'CONFIRMED',
        attributes: { ...attributes, [`${contact}_verified`]: 'true' },
      }))
    }),
  )
  const source = 'PostConfirmation_ConfirmSignUp'
  await postConfirmation(world, { pool, client }, source, confirmed, input.ClientMetadata)
  return signUpSession(context, client, confirmed)
})
