import { changeAttributes } from '../domain/address-codes.ts'
import { checkAttributes } from '../domain/attributes.ts'
import { attributesOf } from '../domain/users.ts'
import { operation } from './operation.ts'

/**
 * Changes attributes of a user; a new address gets a code to verify it, unless the change says that it is verified.
 */
// documented: AdminUpdateUserAttributes may send a text message, and asks CustomMessage for its words.
export const AdminUpdateUserAttributes = operation('AdminUpdateUserAttributes', async (input, context) => {
  const { pools, users } = context
  const pool = pools.get(input.UserPoolId)
  const change = attributesOf(input.UserAttributes)
  checkAttributes(pool, change, true)
  const user = users.get(pool, input.Username)
  await changeAttributes(context, { pool }, user, change, input.ClientMetadata)
  return {}
})
