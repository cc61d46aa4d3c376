import { passkeyHolder } from '../domain/passkeys.ts'
import { operation } from './operation.ts'

/** Forgets a passkey of the user who holds the access token; nobody signs in with it any more. */
export const DeleteWebAuthnCredential = operation(
  'DeleteWebAuthnCredential',
  async ({ AccessToken, CredentialId }, { tokens, passkeys }) => {
    const { user } = await passkeyHolder(tokens, AccessToken)
    passkeys.delete(user, CredentialId)
    return {}
  },
)
