import { isReady, type SecondFactor } from '../domain/second-factors.ts'
import type { User } from '../domain/users.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import type { SetUserMFAPreferenceRequest } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Which second factors the user who holds the access token wants to be asked for, and which one first. */
export const SetUserMFAPreference = operation('SetUserMFAPreference', async (input, { tokens, users }) => {
  const { user, pool } = await tokens.caller(input.AccessToken)
  users.change(pool, user, preferring(input))
  return {}
})

type Preferences = Pick<
  SetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'EmailMfaSettings' | 'SoftwareTokenMfaSettings'
>

/** The change of a user's factors; what is not named stays as it is. AdminSetUserMFAPreference makes the same. */
export function preferring(preferences: Preferences): (user: User) => Pick<User, 'factors'> {
  const settings = [
    ['SMS_MFA', preferences.SMSMfaSettings],
    ['EMAIL_OTP', preferences.EmailMfaSettings],
    ['SOFTWARE_TOKEN_MFA', preferences.SoftwareTokenMfaSettings],
  ] as const
  const wanted = settings.filter(([, setting]) => setting?.PreferredMfa)
  // assumed: the words.
  if (wanted.length > 1) throw invalidParameter('Only one MFA method can be preferred.')
  return (user) => {
    let { enabled, preferred } = user.factors
    for (const [factor, setting] of settings) {
      if (!setting) continue
      const isOn = setting.Enabled ?? setting.PreferredMfa ?? false
      if (isOn && !isReady(factor, user)) throw notReady(factor)
      enabled = [...enabled.filter((name) => name !== factor), ...(isOn ? [factor] : [])]
      if (setting.PreferredMfa && isOn) preferred = factor
      else if (preferred === factor && (!isOn || setting.PreferredMfa === false)) preferred = undefined
    }
    return { factors: { ...user.factors, enabled, preferred } }
  }
}

// observed: measured on AWS by the authors of public code, for SOFTWARE_TOKEN_MFA and SMS_MFA.
const notReady = (factor: SecondFactor) =>
  invalidParameter(`User does not have delivery config set to turn on ${factor}`)
