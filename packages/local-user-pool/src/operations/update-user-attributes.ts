import { changed, checkAttributes, checkWritable } from '../domain/attributes.ts'
import { verificationOf } from '../domain/deliveries.ts'
import { attributesOf } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Changes attributes of the user who holds the access token; a new address gets a code to verify it. */
export const UpdateUserAttributes = operation(
  'UpdateUserAttributes',
  async (input, { world, tokens, users, deliveries }) => {
    const { user, pool, client } = await tokens.caller(input.AccessToken)
    const change = attributesOf(input.UserAttributes)
    checkWritable(client, change)
    checkAttributes(pool, change, true)
    return world.database.transaction(() => {
      const saved = users.change(pool, user, ({ attributes }) => ({
        attributes: changed(pool, attributes, change),
      }))
      const isNew = (name: 'email' | 'phone_number') =>
        change[name] !== undefined && change[name] !== '' && change[name] !== user.attributes[name]
      const contacts = (['email', 'phone_number'] as const).filter(
        (name) => isNew(name) && pool.AutoVerifiedAttributes?.includes(name),
      )
      return {
        CodeDeliveryDetailsList: contacts.map((name) =>
          deliveries.sendCode(saved, verificationOf(saved, name), name),
        ),
      }
    })
  },
)
