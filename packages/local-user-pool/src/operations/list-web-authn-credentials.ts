import { mostPasskeys, type Passkey, passkeyHolder } from '../domain/passkeys.ts'
import { seconds } from '../domain/world.ts'
import type { WebAuthnCredentialDescription } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** The passkeys of the user who holds the access token, the oldest first, a page at a time. */
export const ListWebAuthnCredentials = operation(
  'ListWebAuthnCredentials',
  async ({ AccessToken, NextToken, MaxResults }, { tokens, passkeys }) => {
    const { user } = await passkeyHolder(tokens, AccessToken)
    const { items, next } = page(
      NextToken,
      MaxResults || mostPasskeys,
      (after, limit) => passkeys.list(user, Number(after) || 0, limit),
      ({ id }) => String(id),
    )
    return { Credentials: items.map(described), NextToken: next }
  },
)

function described({ attachment, ...passkey }: Passkey): WebAuthnCredentialDescription {
  return {
    CredentialId: passkey.credentialId,
    FriendlyCredentialName: passkey.name,
    RelyingPartyId: passkey.relyingPartyId,
    ...(attachment !== null && { AuthenticatorAttachment: attachment }),
    AuthenticatorTransports: [...passkey.transports],
    CreatedAt: seconds(passkey.createdAt),
  }
}
