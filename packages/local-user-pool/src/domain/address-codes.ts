import type { Attributes } from '../core/schema.ts'
import type { ClientMetadataType, CodeDeliveryDetailsType } from '../protocol/types.generated.ts'
import type { Context } from './context.ts'
import { verificationOf } from './deliveries.ts'
import { envelopeFor } from './messages.ts'
import type { TriggerPlace } from './triggers.ts'
import type { User } from './users.ts'

/**
 * Sends a code to each address that is new and that the pool verifies.
 *
 * @param before the user before the change @param saved and after it
 * @param change the attributes that were given
 */
export async function verifyNewAddresses(
  { world, users, deliveries }: Context,
  place: TriggerPlace,
  before: User,
  saved: User,
  change: Attributes,
  clientMetadata: ClientMetadataType | undefined,
): Promise<CodeDeliveryDetailsType[]> {
  const { pool } = place
  const contacts = (['email', 'phone_number'] as const).filter(
    (name) =>
      pool.AutoVerifiedAttributes?.includes(name) &&
      change[name] &&
      change[name] !== before.attributes[name] &&
      saved.attributes[`${name}_verified`] !== 'true',
  )
  const occasion = { ...place, source: 'UpdateUserAttribute', clientMetadata } as const
  const envelopes = await Promise.all(contacts.map((name) => envelopeFor(world, occasion, saved, name)))
  return world.database.transaction(() => {
    // A code verifies the very address that it is sent to.
    const now = users.current(pool, saved)
    return contacts.map((name, index) =>
      deliveries.sendCode(now, verificationOf(now, name), name, envelopes[index]),
    )
  })
}
