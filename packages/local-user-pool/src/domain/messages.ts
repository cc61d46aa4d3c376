import { invalidParameter } from '../protocol/exceptions.ts'
import type { ClientMetadataType } from '../protocol/types.generated.ts'
import type { Contact, Envelope } from './deliveries.ts'
import { textOf } from './lambda-output.ts'
import type { MessageSource } from './trigger-events.ts'
import { attributesFor, handOver, runTrigger, type TriggerPlace } from './triggers.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

/** Where and why something is sent. */
export interface Occasion extends TriggerPlace {
  readonly source: MessageSource
  readonly clientMetadata?: ClientMetadataType | undefined
}

const codeParameter = '{####}'
const usernameParameter = '{username}'

/**
 * Finds out how something is to be sent, before it is sent in a transaction: by the pool's own sender, in the words of
 * CustomMessage, or with no words but the code.
 *
 * @throws UserLambdaValidationException where CustomMessage throws, InvalidParameterException where its words have no
 * place for the code
 */
// assumed: a pool with a sender of its own does not ask CustomMessage.
export async function envelopeFor(
  world: World,
  occasion: Occasion,
  user: User,
  contact: Contact,
): Promise<Envelope> {
  return envelopeAtOnce(world, occasion, user, contact) ?? worded(world, occasion, user, contact)
}

/**
 * The same within a transaction, so that what is sent and what it is about are written in one step; undefined where
 * CustomMessage has to be asked for words, which takes its time.
 */
export function envelopeAtOnce(
  world: World,
  occasion: Occasion,
  user: User,
  contact: Contact,
): Envelope | undefined {
  const isAsked = world.functions.has('CustomMessage', occasion.pool.LambdaConfig ?? {})
  return senderOf(world, occasion, user, contact) ?? (isAsked ? undefined : {})
}

function senderOf(
  world: World,
  { source, clientMetadata, ...place }: Occasion,
  user: User,
  contact: Contact,
): Envelope | undefined {
  const name = contact === 'email' ? 'CustomEmailSender' : 'CustomSMSSender'
  if (!world.functions.has(name, place.pool.LambdaConfig ?? {})) return undefined
  const userAttributes = attributesFor(user)
  const type = contact === 'email' ? 'customEmailSenderRequestV1' : 'customSMSSenderRequestV1'
  return {
    send(code) {
      // differs: AWS encrypts the code with a key of the pool's owner (KMS); here it is given as it is.
      const request = { type, code, userAttributes, ...(clientMetadata && { clientMetadata }) } as const
      const triggerSource = `${name}_${source}` as const
      handOver(world, name, place, { userName: user.username, triggerSource, request }).catch(
        (error: unknown) => world.onTriggerError(name, error),
      )
    },
  }
}

async function worded(
  world: World,
  { source, clientMetadata, ...place }: Occasion,
  user: User,
  contact: Contact,
): Promise<Envelope> {
  const isInvitation = source === 'AdminCreateUser'
  const response = await runTrigger(world, 'CustomMessage', place, {
    userName: user.username,
    triggerSource: `CustomMessage_${source}`,
    // observed: the parameters, in an event quoted in a public repository.
    request: {
      userAttributes: attributesFor(user),
      codeParameter,
      linkParameter: '{##Click Here##}',
      usernameParameter: isInvitation ? usernameParameter : null,
      ...(clientMetadata && { clientMetadata }),
    },
  })
  const [subject, text] =
    contact === 'email'
      ? [textOf(response?.emailSubject), textOf(response?.emailMessage)]
      : [undefined, textOf(response?.smsMessage)]
  if (text !== undefined) checkPlaces(text, contact, isInvitation)
  // assumed: an invitation names who signs in by an address by it.
  const username = place.pool.UsernameAttributes?.length ? user.attributes[contact] : user.username
  const filled = (words: string | undefined, secret: string) =>
    words
      ?.replaceAll(codeParameter, () => secret)
      .replaceAll(usernameParameter, () => username ?? user.username)
  return { words: (secret) => ({ subject: filled(subject, secret), text: filled(text, secret) }) }
}

// documented: a message has to have a place for the code, an invitation also one for the username.
function checkPlaces(text: string, contact: Contact, isInvitation: boolean): void {
  const places = isInvitation ? [usernameParameter, codeParameter] : [codeParameter]
  const missing = places.find((place) => !text.includes(place))
  if (missing === undefined) return
  const member = contact === 'email' ? 'emailBody' : 'smsMessage'
  const pattern = `[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\${missing.replace('}', '\\}')}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*`
  // observed: the words for the code in e-mails, in a public issue. assumed: the name of the member of text messages.
  throw invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
  )
}
