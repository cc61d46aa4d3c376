import { checkSecretHash } from '../domain/clients.ts'
import { wrongCode } from '../domain/deliveries.ts'
import { checkPolicy, newPassword } from '../domain/passwords.ts'
import { userNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sets a new password by the code that ForgotPassword sent. */
export const ConfirmForgotPassword = operation(
  'ConfirmForgotPassword',
  (input, { world, clients, pools, users, attempts, deliveries }) => {
    const client = clients.get(input.ClientId)
    const pool = pools.get(client.UserPoolId)
    checkSecretHash(client, input.Username, input.SecretHash)
    const user = users.find(pool, input.Username)
    attempts.spend(pool, input.Username, user, 'ConfirmForgotPassword')
    if (!user) {
      if (client.PreventUserExistenceErrors === 'ENABLED') throw wrongCode()
      throw userNotFound('Username/client id combination not found.')
    }
    checkPolicy(pool, input.Password)
    const password = newPassword(world, user, input.Password)
    world.database.transaction(() => {
      deliveries.consume(user, 'reset', input.ConfirmationCode)
      users.change(pool, user, { ...password, status: 'CONFIRMED' })
      attempts.forgive(pool, user)
    })
    return {}
  },
)
