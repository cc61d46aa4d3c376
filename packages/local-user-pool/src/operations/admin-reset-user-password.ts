import { recoveryContact } from '../domain/deliveries.ts'
import { envelopeFor } from '../domain/messages.ts'
import type { User } from '../domain/users.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes a user's password worth nothing and sends the code with which they choose a new one. */
export const AdminResetUserPassword = operation(
  'AdminResetUserPassword',
  async ({ UserPoolId, Username, ClientMetadata: clientMetadata }, { world, pools, users, deliveries }) => {
    const pool = pools.get(UserPoolId)
    const user = users.get(pool, Username)
    checkMayBeReset(user)
    const contact = recoveryContact(pool, user)
    const occasion = { pool, source: 'ForgotPassword', clientMetadata } as const
    const envelope = await envelopeFor(world, occasion, user, contact)
    world.database.transaction(() => {
      const now = users.change(pool, user, (current) => {
        checkMayBeReset(current)
        recoveryContact(pool, current, contact)
        return { status: 'RESET_REQUIRED' }
      })
      deliveries.sendCode(now, 'reset', contact, envelope)
    })
    return {}
  },
)

function checkMayBeReset({ status }: User): void {
  if (status !== 'CONFIRMED' && status !== 'RESET_REQUIRED') {
    throw notAuthorized('User password cannot be reset in the current state.')
  }
}
