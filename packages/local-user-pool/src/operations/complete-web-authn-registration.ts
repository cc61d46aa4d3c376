import type { Addressee } from '../domain/challenges-under-way.ts'
import { checkPasskeysEnabled, passkeyHolder, relyingPartyOf } from '../domain/passkeys.ts'
import { clientDataOf, invalidPasskey, registered } from '../domain/webauthn.ts'
import {
  invalidParameter,
  webAuthnChallengeNotFound,
  webAuthnClientMismatch,
  webAuthnNotEnabled,
} from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Keeps the passkey that the browser of the user who holds the access token has made. */
export const CompleteWebAuthnRegistration = operation(
  'CompleteWebAuthnRegistration',
  async ({ AccessToken, Credential }, { world, tokens, users, passkeys, challenges }) => {
    const { user, pool, client } = await passkeyHolder(tokens, AccessToken)
    checkPasskeysEnabled(pool)
    const relyingParty = relyingPartyOf(pool)
    // The relying party was taken away since the registration began.
    if (!relyingParty) throw webAuthnNotEnabled('Passkeys are not enabled for the user pool.')
    const clientData = clientDataOf(Credential)
    if (!clientData) throw invalidPasskey()
    const asked = challenges.ofHandle<Addressee>('WEB_AUTHN_REGISTRATION', clientData.challenge)
    if (asked?.poolId !== pool.Id || asked.state.sub !== user.sub || asked.used || challenges.isOver(asked)) {
      throw challengeNotFound()
    }
    // assumed: the words; the model explains the exception.
    if (asked.clientId !== client.ClientId) {
      throw webAuthnClientMismatch('The registration was started through another app client.')
    }
    const passkey = await registered(relyingParty, Credential, clientData)
    world.database.transaction(() => {
      // Somebody may have deleted the user while the signature was checked.
      if (!users.still(pool, user) || !challenges.consume(asked)) throw challengeNotFound()
      passkeys.checkRoom(user)
      // assumed: a passkey that is registered already is an invalid parameter, and the words.
      if (passkeys.isTaken(pool, passkey.credentialId)) {
        throw invalidParameter('The passkey is registered already.')
      }
      passkeys.add(user, passkey)
    })
    return {}
  },
)

// assumed: the words; the model explains the exception.
const challengeNotFound = () =>
  webAuthnChallengeNotFound('The registration of the passkey was not started, or took too long.')
