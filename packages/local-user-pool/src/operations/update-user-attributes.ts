import { verifyNewAddresses } from '../domain/address-codes.ts'
import { changed, checkAttributes, checkWritable } from '../domain/attributes.ts'
import { attributesOf } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Changes attributes of the user who holds the access token; a new address gets a code to verify it. */
export const UpdateUserAttributes = operation('UpdateUserAttributes', async (input, context) => {
  const { tokens, users } = context
  const { user, pool, client } = await tokens.caller(input.AccessToken)
  const change = attributesOf(input.UserAttributes)
  checkWritable(client, change)
  checkAttributes(pool, change, true)
  const saved = users.change(pool, user, ({ attributes }) => ({
    attributes: changed(pool, attributes, change),
  }))
  const place = { pool, client }
  return {
    CodeDeliveryDetailsList: await verifyNewAddresses(
      context,
      place,
      user,
      saved,
      change,
      input.ClientMetadata,
    ),
  }
})
