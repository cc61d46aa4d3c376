import type { MfaSetupState } from '../challenges/mfa-setup.ts'
import { newTotpSecret } from '../core/totp.ts'
import { alreadyUsed } from '../domain/challenges-under-way.ts'
import { softwareTokenMfaNotEnabled } from '../domain/second-factors.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes the secret of an authenticator app: for a signed-in user, or for one who signs in and has to set it up. */
export const AssociateSoftwareToken = operation(
  'AssociateSoftwareToken',
  async ({ AccessToken, Session }, { world, tokens, users, pools, clients, challenges }) => {
    const secret = newTotpSecret(world.random)
    if (AccessToken !== undefined) {
      const { user, pool } = await tokens.holder(AccessToken)
      if (!pool.Mfa.SoftwareTokenMfaConfiguration?.Enabled) throw softwareTokenMfaNotEnabled()
      users.change(pool, user, ({ factors }) => ({ factors: { ...factors, pendingTotpSecret: secret } }))
      return { SecretCode: secret }
    }
    // assumed: the words.
    if (Session === undefined) throw invalidParameter('Either AccessToken or Session is required.')
    const { clientId, poolId } = challenges.origin(Session)
    if (!pools.get(poolId).Mfa.SoftwareTokenMfaConfiguration?.Enabled) throw softwareTokenMfaNotEnabled()
    const client = clients.get(clientId)
    const asked = challenges.ofSession<MfaSetupState>(client, 'MFA_SETUP', Session)
    if (!challenges.consume(asked)) throw alreadyUsed()
    const state: MfaSetupState = { username: asked.state.username, secret }
    return { SecretCode: secret, Session: challenges.ask(client, 'MFA_SETUP', state) }
  },
)
