import { changeAttributes } from '../domain/address-codes.ts'
import { checkAttributes, checkWritable } from '../domain/attributes.ts'
import { attributesOf } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Changes attributes of the user who holds the access token; a new address gets a code to verify it. */
export const UpdateUserAttributes = operation('UpdateUserAttributes', async (input, context) => {
  const { user, pool, client } = await context.tokens.caller(input.AccessToken)
  const change = attributesOf(input.UserAttributes)
  checkWritable(client, change)
  checkAttributes(pool, change, true)
  return {
    CodeDeliveryDetailsList: await changeAttributes(
      context,
      { pool, client },
      user,
      change,
      input.ClientMetadata,
    ),
  }
})
