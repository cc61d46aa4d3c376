import { masked } from '../core/destinations.ts'
import { newCode } from '../core/identifiers.ts'
import { codeMismatch, expiredCode, invalidParameter } from '../protocol/exceptions.ts'
import type { CodeDeliveryDetailsType } from '../protocol/types.generated.ts'
import { type CodePurpose, CodeTable } from '../storage/codes.ts'
import { type Delivery, type DeliveryKind, InboxTable } from '../storage/inbox.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

export type { Delivery }

export type Contact = 'email' | 'phone_number'

/** How something is sent: in words of the pool's own, or by a sender of its own. Neither: the inbox says what it is. */
export interface Envelope {
  words?(secret: string): { readonly subject: string | undefined; readonly text: string | undefined }
  /** Takes it in place of the inbox, once it is certain. */
  send?(secret: string): void
}

const hour = 60 * 60 * 1000

// documented: how long a code is valid (developer guide, limits).
const validity = (purpose: CodePurpose) => (purpose === 'reset' ? hour : 24 * hour)

// A code verifies the very address it was sent to, not one that took its place since.

/** Confirms a sign-up, and verifies the address with it. */
export const confirmationOf = ({ attributes }: User, contact: Contact): CodePurpose =>
  `sign-up:${contact}:${attributes[contact] ?? ''}`

/** Verifies an address of somebody who is a user already. */
export const verificationOf = ({ attributes }: User, contact: Contact): CodePurpose =>
  `verify:${contact}:${attributes[contact] ?? ''}`

const beginningOfUpdate = (contact: Contact) => `update:${contact}:` as const

/** Puts a new address in the place of the one that counts until then. */
export const updateTo = (contact: Contact, address: string): CodePurpose =>
  `${beginningOfUpdate(contact)}${address}`

/** The address that counts once a code is taken; undefined where the code is for the one that counts already. */
export function updatedBy(contact: Contact, purpose: CodePurpose): string | undefined {
  const beginning = beginningOfUpdate(contact)
  return purpose.startsWith(beginning) ? purpose.slice(beginning.length) : undefined
}

function kindOf(purpose: CodePurpose): DeliveryKind {
  if (purpose === 'reset') return purpose
  return purpose.startsWith('sign-up:') ? 'sign-up' : 'verification'
}

/** A new code; always the same where the pool was told so. */
export const codeToSend = ({ fixedCode, random }: World, length?: number) =>
  fixedCode ?? newCode(random, length)

/** Codes and invitations: sending one is a row in the inbox, in the transaction of what it belongs to. */
export class Deliveries {
  readonly #world: World
  readonly #codes: CodeTable
  readonly #inbox: InboxTable
  readonly #listeners = new Set<(delivery: Delivery) => void>()

  constructor(world: World) {
    this.#world = world
    this.#codes = new CodeTable(world.database)
    this.#inbox = new InboxTable(world.database)
  }

  /** Sends a new code for the purpose; one that was sent before is void from now on. */
  sendCode(user: User, purpose: CodePurpose, contact: Contact, envelope?: Envelope): CodeDeliveryDetailsType {
    const { poolId, username } = user
    const code = codeToSend(this.#world)
    this.#codes.put({ poolId, username, purpose, code, expiresAt: this.#world.clock() + validity(purpose) })
    this.#deliver(user, kindOf(purpose), contact, code, envelope)
    return deliveryDetails(contact, user.attributes[contact] ?? '')
  }

  /** Sends a code that its challenge remembers by itself. */
  sendSignInCode(user: User, code: string, contact: Contact, envelope?: Envelope): void {
    this.#deliver(user, 'sign-in', contact, code, envelope)
  }

  /** Sends the temporary password to somebody whom an administrator has made a user. */
  sendInvitation(user: User, password: string, contact: Contact, envelope?: Envelope): void {
    this.#deliver(user, 'invitation', contact, password, envelope)
  }

  /**
   * Takes the code of the user, once.
   *
   * @throws CodeMismatchException, ExpiredCodeException
   */
  consume(user: User, purpose: CodePurpose, code: string): void {
    this.consumeOneOf(user, [purpose], code)
  }

  /**
   * The same where the code may be for any of these, the first of them before the others; answers for which it was.
   *
   * @throws CodeMismatchException, ExpiredCodeException
   */
  consumeOneOf({ poolId, username }: User, purposes: readonly CodePurpose[], code: string): CodePurpose {
    const valid = purposes
      .map((purpose) => this.#codes.get(poolId, username, purpose))
      .filter((sent) => sent !== undefined && sent.expiresAt > this.#world.clock())
    if (valid.length === 0) throw noCode()
    const sent = valid.find((one) => one?.code === code)
    if (!sent || !this.#codes.consume(sent)) throw wrongCode()
    return sent.purpose
  }

  /** For what a code was sent to a new address that does not count yet: one at most. */
  updatesUnderWay({ poolId, username }: User, contact: Contact): readonly CodePurpose[] {
    return this.#codes.purposesOf(poolId, username, beginningOfUpdate(contact))
  }

  /** Lets the address that counts stay, whatever was to take its place. */
  withdrawUpdate(user: User, contact: Contact): void {
    for (const purpose of this.updatesUnderWay(user, contact)) {
      this.#codes.delete(user.poolId, user.username, purpose)
    }
  }

  /**
   * The latest deliveries first: all, or those to one address, in any letter case.
   *
   * @param after leaves out those up to the one with this id
   */
  list(limit: number, destination?: string, after?: number) {
    return this.#inbox.list(limit, destination, after)
  }

  /** Empties the inbox, or what of it went to one address. The codes stay valid. */
  discard(destination?: string): void {
    this.#inbox.delete(destination)
  }

  /** Takes away what told the user a password that is no longer theirs. */
  discardInvitations({ poolId, username }: User): void {
    this.#inbox.deleteOf(poolId, username, 'invitation')
  }

  /** Forgets codes that have ended, and all but the latest deliveries. */
  sweep(): void {
    this.#codes.deleteExpired(this.#world.clock())
    this.#inbox.keepLatest(500)
  }

  /** Calls the listener for each delivery from now on; answers how to stop. */
  onDelivery(listener: (delivery: Delivery) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #deliver(
    { poolId, username, attributes }: User,
    kind: DeliveryKind,
    contact: Contact,
    secret: string,
    envelope: Envelope = {},
  ): void {
    if (envelope.send) {
      this.#world.database.afterCommit(() => envelope.send?.(secret))
      return
    }
    const { subject, text } = envelope.words?.(secret) ?? {}
    const delivery: Delivery = {
      poolId,
      username,
      medium: contact === 'email' ? 'EMAIL' : 'SMS',
      destination: attributes[contact] ?? '',
      kind,
      secret,
      subject: subject ?? null,
      text: text ?? null,
      sentAt: this.#world.clock(),
    }
    this.#inbox.insert(delivery)
    this.#world.database.afterCommit(() => {
      // In a task of its own: a listener that throws is its owner's affair, not that of whoever asked for the code.
      for (const listener of this.#listeners) queueMicrotask(() => listener(delivery))
    })
  }
}

/** Where a code is expired, used up, or was never asked for. */
export const noCode = () =>
  expiredCode('Invalid code provided, please request a code again.').because(
    'no code is valid: it has expired, was used, or was never sent',
  )

export const wrongCode = () => codeMismatch('Invalid verification code provided, please try again.')

/** What an answer says about where a code was sent. */
export function deliveryDetails(contact: Contact, destination: string): CodeDeliveryDetailsType {
  return {
    AttributeName: contact,
    DeliveryMedium: contact === 'email' ? 'EMAIL' : 'SMS',
    Destination: masked(destination),
  }
}

/**
 * Where a sign-up code goes: to an attribute that the pool verifies and the user has.
 */
// documented: with both, the phone number is preferred.
export function signUpContact(
  { AutoVerifiedAttributes = [] }: UserPool,
  { attributes }: User,
): Contact | undefined {
  return (['phone_number', 'email'] as const).find(
    (name) => AutoVerifiedAttributes.includes(name) && attributes[name],
  )
}

/**
 * Where a code for a new password goes: to a verified attribute, in the pool's order of recovery.
 *
 * @param asked the attribute that is asked about; any without it
 */
export function recoveryContact(pool: UserPool, user: User, asked?: Contact): Contact {
  const contact = reachable(pool, user, asked)
  if (!contact) {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    )
  }
  return contact
}

/** The same for whoever needs no exception: undefined where the user has no such attribute. */
export function reachable(
  { AccountRecoverySetting }: UserPool,
  { attributes }: User,
  asked?: Contact,
): Contact | undefined {
  const order = [...(AccountRecoverySetting?.RecoveryMechanisms ?? [])]
    .sort((one, other) => one.Priority - other.Priority)
    .map(({ Name }) =>
      Name === 'verified_phone_number' ? 'phone_number' : Name === 'verified_email' ? 'email' : undefined,
    )
  // documented: without a setting, the phone number is preferred.
  const contacts = order.length > 0 ? order : (['phone_number', 'email'] as const)
  return contacts.find(
    (name) =>
      name && (asked ?? name) === name && attributes[name] && attributes[`${name}_verified`] === 'true',
  )
}
