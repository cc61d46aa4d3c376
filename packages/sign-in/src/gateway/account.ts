import * as auth from 'aws-amplify/auth'
import type { MfaType } from '../screens/screen'
import { stayingHere } from './redirect'

/** The attributes of a user, by name; the values are always text. */
export type Attributes = Readonly<Record<string, string>>

/** The second factors that somebody uses. */
export interface Factors {
  readonly enabled: readonly MfaType[]
  /** The one that is asked for without a choice. */
  readonly preferred?: MfaType | undefined
}

/** Everything that the account page shows. */
export interface Account {
  readonly attributes: Attributes
  readonly factors: Factors
}

const preferenceOf = { TOTP: 'totp', EMAIL: 'email', SMS: 'sms' } as const satisfies Record<MfaType, string>

/**
 * What somebody who is signed in does to their own account. Each function rejects with what Amplify throws. Amplify is
 * configured by then: nobody is signed in without the gateway.
 */
export const accountGateway = {
  async fetch(): Promise<Account> {
    const [attributes, { enabled = [], preferred }] = await Promise.all([
      auth.fetchUserAttributes(),
      auth.fetchMFAPreference(),
    ])
    const present = Object.entries(attributes).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    return { attributes: Object.fromEntries(present), factors: { enabled, preferred } }
  },

  /** Resolves true when a code was sent that has to confirm the new value. */
  async changeAttribute(attributeKey: string, value: string): Promise<boolean> {
    const { nextStep } = await auth.updateUserAttribute({ userAttribute: { attributeKey, value } })
    await refresh()
    return nextStep.updateAttributeStep === 'CONFIRM_ATTRIBUTE_WITH_CODE'
  },

  async deleteAttribute(attributeKey: string): Promise<void> {
    await auth.deleteUserAttributes({ userAttributeKeys: [attributeKey] })
    await refresh()
  },

  async sendCode(userAttributeKey: auth.VerifiableUserAttributeKey): Promise<void> {
    await auth.sendUserAttributeVerificationCode({ userAttributeKey })
  },

  async confirmAttribute(
    userAttributeKey: auth.VerifiableUserAttributeKey,
    confirmationCode: string,
  ): Promise<void> {
    await auth.confirmUserAttribute({ userAttributeKey, confirmationCode })
    await refresh()
  },

  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    await auth.updatePassword({ oldPassword, newPassword })
  },

  /** Makes a secret for an authenticator app; the one before it, if any, stays good until this one is verified. */
  async setUpTotp(): Promise<string> {
    const { sharedSecret } = await auth.setUpTOTP()
    return sharedSecret
  },

  /** Accepts the app by its first code and turns it on; the first factor of all is also the preferred one. */
  async verifyTotp(code: string, { preferred }: Factors): Promise<void> {
    await auth.verifyTOTPSetup({ code })
    await auth.updateMFAPreference({ totp: preferred === undefined ? 'PREFERRED' : 'ENABLED' })
  },

  async setFactor(factor: MfaType, preference: 'ENABLED' | 'DISABLED' | 'PREFERRED'): Promise<void> {
    await auth.updateMFAPreference({ [preferenceOf[factor]]: preference })
  },

  /** Also signs out here. */
  async deleteUser(): Promise<void> {
    await stayingHere(auth.deleteUser())
  },
}

/** The ID token says the attributes as they were when it was made. */
async function refresh(): Promise<void> {
  // What was to be done is done; the token is made anew at its next refresh at the latest.
  await auth.fetchAuthSession({ forceRefresh: true }).catch(() => undefined)
}
