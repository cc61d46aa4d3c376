import { type MfaSetupState, setupUnderWay } from '../challenges/mfa-setup.ts'
import { newTotpSecret } from '../core/totp.ts'
import { softwareTokenMfaNotEnabled } from '../domain/second-factors.ts'
import { accessTokenRevoked } from '../domain/tokens.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes the secret of an authenticator app: for a signed-in user, or for one who signs in and has to set it up. */
export const AssociateSoftwareToken = operation(
  'AssociateSoftwareToken',
  async ({ AccessToken, Session }, context) => {
    const { world, tokens, users, challenges } = context
    const secret = newTotpSecret(world.random)
    if (AccessToken !== undefined) {
      // The model declares no UserNotFoundException for this operation.
      const { user, pool } = await tokens.holder(AccessToken, accessTokenRevoked)
      if (!pool.Mfa.SoftwareTokenMfaConfiguration?.Enabled) throw softwareTokenMfaNotEnabled()
      users.change(pool, user, ({ factors }) => ({ factors: { ...factors, pendingTotpSecret: secret } }))
      return { SecretCode: secret }
    }
    // assumed: the words.
    if (Session === undefined) throw invalidParameter('Either AccessToken or Session is required.')
    const { client, pool, asked, user } = setupUnderWay(context, Session)
    if (!pool.Mfa.SoftwareTokenMfaConfiguration?.Enabled) throw softwareTokenMfaNotEnabled()
    challenges.take(asked)
    const { username, sub } = user
    const state: MfaSetupState = { username, sub, secret }
    return { SecretCode: secret, Session: challenges.ask(client, 'MFA_SETUP', state) }
  },
)
