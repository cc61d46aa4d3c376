import { changed, checkAttributes, checkWritable } from '../domain/attributes.ts'
import { type Contact, verificationOf } from '../domain/deliveries.ts'
import { envelopeFor } from '../domain/messages.ts'
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
    const saved = users.change(pool, user, ({ attributes }) => ({
      attributes: changed(pool, attributes, change),
    }))
    const isNew = (name: Contact) =>
      change[name] !== undefined && change[name] !== '' && change[name] !== user.attributes[name]
    const contacts = (['email', 'phone_number'] as const).filter(
      (name) => isNew(name) && pool.AutoVerifiedAttributes?.includes(name),
    )
    const { ClientMetadata: clientMetadata } = input
    const occasion = { pool, client, source: 'UpdateUserAttribute', clientMetadata } as const
    const envelopes = await Promise.all(contacts.map((name) => envelopeFor(world, occasion, saved, name)))
    return {
      CodeDeliveryDetailsList: world.database.transaction(() => {
        // A code verifies the very address that it is sent to.
        const now = users.current(pool, saved)
        return contacts.map((name, index) =>
          deliveries.sendCode(now, verificationOf(now, name), name, envelopes[index]),
        )
      }),
    }
  },
)
