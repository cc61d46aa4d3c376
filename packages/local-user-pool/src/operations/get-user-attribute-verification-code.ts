import { verificationOf } from '../domain/deliveries.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Sends a code to the e-mail address or phone number of the user who holds the access token. */
export const GetUserAttributeVerificationCode = operation(
  'GetUserAttributeVerificationCode',
  async (input, { world, tokens, attempts, deliveries }) => {
    const { user, pool } = await tokens.caller(input.AccessToken)
    const name = contactOf(input.AttributeName)
    attempts.spend(pool, user.username, user, 'GetUserAttributeVerificationCode')
    // assumed: the words.
    if (!user.attributes[name]) throw invalidParameter(`User does not have the attribute ${name}.`)
    return {
      CodeDeliveryDetails: world.database.transaction(() =>
        deliveries.sendCode(user, verificationOf(user, name), name),
      ),
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
