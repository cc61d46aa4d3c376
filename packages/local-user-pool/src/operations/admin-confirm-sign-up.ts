import { postConfirmation } from '../domain/sign-up-triggers.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Confirms a user without a code. It verifies no address. */
export const AdminConfirmSignUp = operation(
  'AdminConfirmSignUp',
  async ({ UserPoolId, Username, ClientMetadata }, { world, pools, users }) => {
    const pool = pools.get(UserPoolId)
    const confirmed = users.change(pool, users.get(pool, Username), ({ status }) => {
      if (status !== 'UNCONFIRMED')
        throw notAuthorized(`User cannot be confirmed. Current status is ${status}`)
      return { status: 'CONFIRMED' }
    })
    await postConfirmation(world, { pool }, 'PostConfirmation_ConfirmSignUp', confirmed, ClientMetadata)
    return {}
  },
)
