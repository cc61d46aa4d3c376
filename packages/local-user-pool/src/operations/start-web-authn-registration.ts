import { checkPasskeysEnabled, passkeyHolder, relyingPartyOf } from '../domain/passkeys.ts'
import { creationOptions } from '../domain/webauthn.ts'
import { webAuthnConfigurationMissing } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Says what the browser of the user who holds the access token needs to make a passkey. */
export const StartWebAuthnRegistration = operation(
  'StartWebAuthnRegistration',
  async ({ AccessToken }, { tokens, passkeys, challenges }) => {
    const { user, pool, client } = await passkeyHolder(tokens, AccessToken)
    checkPasskeysEnabled(pool)
    const relyingParty = relyingPartyOf(pool)
    // documented: a pool needs a relying party id, or a domain. assumed: the words.
    if (!relyingParty) throw webAuthnConfigurationMissing('The user pool has no relying party id.')
    passkeys.checkRoom(user)
    // assumed: a registration may take as long as a challenge of a sign-in.
    const { username, sub } = user
    const challenge = challenges.ask(client, 'WEB_AUTHN_REGISTRATION', { username, sub })
    return {
      CredentialCreationOptions: creationOptions(relyingParty, user, challenge, passkeys.list(user)),
    }
  },
)
