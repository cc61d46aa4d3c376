import type { User } from '../domain/users.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import type { MFAOptionType } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'
import { preferring } from './set-user-mfa-preference.ts'

/** The older form of SetUserMFAPreference: turns codes by text message on or off for who holds the access token. */
export const SetUserSettings = operation(
  'SetUserSettings',
  async ({ AccessToken, MFAOptions }, { tokens, users }) => {
    const { user, pool } = await tokens.caller(AccessToken)
    users.change(pool, user, asking(MFAOptions))
    return {}
  },
)

/** The change of a user's factors; AdminSetUserSettings makes the same. */
// documented: SetUserSettings can set nothing but text messages.
export function asking(options: readonly MFAOptionType[]): (user: User) => Pick<User, 'factors'> {
  const isKnown = options.every(
    ({ DeliveryMedium, AttributeName }) => DeliveryMedium === 'SMS' && AttributeName === 'phone_number',
  )
  // assumed: the words.
  if (!isKnown) throw invalidParameter('MFA options other than SMS to phone_number are not supported.')
  return preferring({ SMSMfaSettings: { Enabled: options.length > 0 } })
}
