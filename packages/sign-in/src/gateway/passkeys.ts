import * as auth from 'aws-amplify/auth'
import { failureOf } from '../failures/failure'

/** A passkey, as far as Cognito tells about it. */
export interface Passkey {
  readonly id: string
  /** What the authenticator is called; nobody can choose or change it, since the API has no call for that. */
  readonly name: string | undefined
  readonly createdAt: Date | undefined
}

/**
 * The passkeys of whoever is signed in. Each function rejects with what Amplify throws. Making a passkey is one call:
 * Amplify asks Cognito for the options, the browser for the passkey, and hands the answer back.
 */
export const passkeyGateway = {
  /** All of them, the oldest first. */
  async list(): Promise<readonly Passkey[]> {
    const passkeys: Passkey[] = []
    let nextToken: string | undefined
    do {
      const page = await auth.listWebAuthnCredentials({ ...(nextToken && { nextToken }) })
      for (const { credentialId: id, friendlyCredentialName: name, createdAt } of page.credentials) {
        if (id !== undefined) passkeys.push({ id, name, createdAt })
      }
      nextToken = page.nextToken
    } while (nextToken)
    return passkeys
  },

  /** Has the browser make a passkey for the host of this page. */
  async add(): Promise<void> {
    await auth.associateWebAuthnCredential()
  },

  /** Cognito forgets it; the device keeps its half. */
  async delete(credentialId: string): Promise<void> {
    await auth.deleteWebAuthnCredential({ credentialId }).catch((thrown: unknown) => {
      // Deleted meanwhile, in another tab: what was wanted is so.
      if (failureOf(thrown).name !== 'ResourceNotFoundException') throw thrown
    })
  },
}

/** Whether this browser can make and use passkeys here; only pages that were reached safely may. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && typeof window.PublicKeyCredential === 'function'
}
