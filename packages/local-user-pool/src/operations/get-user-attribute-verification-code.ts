import { verificationOf } from '../domain/deliveries.ts'
import { envelopeFor } from '../domain/messages.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sends a code to the e-mail address or phone number of the user who holds the access token. */
// observed: while a new address waits to be verified, the code goes to the old one (an issue of Amplify); a new code for
// the new one comes by changing to it again.
export const GetUserAttributeVerificationCode = operation(
  'GetUserAttributeVerificationCode',
  async (input, { world, tokens, users, attempts, deliveries }) => {
    const { user, pool, client } = await tokens.caller(input.AccessToken)
    const name = contactOf(input.AttributeName)
    attempts.spend(pool, user.username, user, 'GetUserAttributeVerificationCode')
    // assumed: the words.
    if (!user.attributes[name]) throw invalidParameter(`User does not have the attribute ${name}.`)
    const { ClientMetadata: clientMetadata } = input
    const occasion = { pool, client, source: 'VerifyUserAttribute', clientMetadata } as const
    const envelope = await envelopeFor(world, occasion, user, name)
    return {
      CodeDeliveryDetails: world.database.transaction(() => {
        // A code verifies the very address that it is sent to.
        const now = users.current(pool, user)
        return deliveries.sendCode(now, verificationOf(now, name), name, envelope)
      }),
    }
  },
)

/** The two attributes that can be verified. */
export function contactOf(name: string): 'email' | 'phone_number' {
  // assumed: the words.
  if (name !== 'email' && name !== 'phone_number')
    throw invalidParameter(`Attribute ${name} cannot be verified.`)
  return name
}
