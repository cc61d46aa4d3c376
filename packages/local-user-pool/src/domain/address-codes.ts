import type { Attributes } from '../core/schema.ts'
import type { ClientMetadataType, CodeDeliveryDetailsType } from '../protocol/types.generated.ts'
import { changed } from './attributes.ts'
import type { Context } from './context.ts'
import { type Contact, type Envelope, updateTo, verificationOf } from './deliveries.ts'
import { envelopeAtOnce, envelopeFor } from './messages.ts'
import type { TriggerPlace } from './triggers.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'

const contacts = ['email', 'phone_number'] as const

/**
 * Changes attributes, and sends a code to each address that is new and that the pool verifies: in one step, unless
 * CustomMessage is asked for words. Where the pool wants it verified first, the old address counts until the code is
 * answered.
 *
 * @throws AliasExistsException where a new address names somebody else
 */
// documented: the old value stays, and signs in, until the new one is verified. AdminUpdateUserAttributes changes it at
// once where it says, too, that the new one is verified.
// assumed: another change takes the place of one that waits; so does the old address itself, which needs no code. Who
// has no address yet has none until it is verified.
export async function changeAttributes(
  { world, users, deliveries }: Context,
  place: TriggerPlace,
  user: User,
  change: Attributes,
  clientMetadata: ClientMetadataType | undefined,
): Promise<CodeDeliveryDetailsType[]> {
  const { pool } = place
  const waiting = contacts.filter((name) => isNew(user, change, name) && waits(pool, change, name))
  const occasion = { ...place, source: 'UpdateUserAttribute', clientMetadata } as const
  // assumed: a trigger is told the address that the code goes to.
  const at = (now: User, name: Contact) =>
    waiting.includes(name) ? { ...now, attributes: { ...now.attributes, [name]: change[name] ?? '' } } : now
  // A code verifies the very address that it is sent to.
  const sendCode = (now: User, name: Contact, envelope: Envelope | undefined) => {
    if (!waiting.includes(name)) return deliveries.sendCode(now, verificationOf(now, name), name, envelope)
    // Here, and not before the triggers: of two changes at once, one waits.
    deliveries.withdrawUpdate(now, name)
    return deliveries.sendCode(at(now, name), updateTo(name, change[name] ?? ''), name, envelope)
  }
  const { saved, sentTo, answer } = world.database.transaction(() => {
    const current = users.current(pool, user)
    // assumed: an address that names somebody else is refused where it is asked for already.
    users.checkLogins(pool, { ...current, attributes: changed(pool, current.attributes, change) })
    for (const name of contacts) {
      if (change[name] !== undefined && !waiting.includes(name)) deliveries.withdrawUpdate(current, name)
    }
    const saved = users.change(pool, user, ({ attributes }) => ({
      attributes: changed(pool, attributes, without(change, waiting)),
    }))
    const sentTo = contacts.filter(
      (name) =>
        waiting.includes(name) ||
        (pool.AutoVerifiedAttributes?.includes(name) &&
          isNew(user, change, name) &&
          saved.attributes[`${name}_verified`] !== 'true'),
    )
    const envelopes = sentTo.map((name) => envelopeAtOnce(world, occasion, at(saved, name), name))
    const isComplete = !envelopes.includes(undefined)
    const answer = isComplete
      ? sentTo.map((name, index) => sendCode(saved, name, envelopes[index]))
      : undefined
    return { saved, sentTo, answer }
  })
  if (answer) return answer
  const envelopes = await Promise.all(
    sentTo.map((name) => envelopeFor(world, occasion, at(saved, name), name)),
  )
  return world.database.transaction(() => {
    const now = users.current(pool, saved)
    return sentTo.map((name, index) => sendCode(now, name, envelopes[index]))
  })
}

const isNew = ({ attributes }: User, change: Attributes, name: Contact) =>
  Boolean(change[name]) && change[name] !== attributes[name]

/** Whether an address is to be verified before it counts. */
const waits = ({ UserAttributeUpdateSettings: settings }: UserPool, change: Attributes, name: Contact) =>
  settings?.AttributesRequireVerificationBeforeUpdate?.includes(name) === true &&
  change[`${name}_verified`] !== 'true'

/** What of a change is done at once. What it says of an address that waits, waits with it. */
const without = (change: Attributes, names: readonly Contact[]): Attributes =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([key]) => !names.some((name) => key === name || key === `${name}_verified`),
    ),
  )
