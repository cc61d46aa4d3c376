import { type MfaSetupState, setupUnderWay } from '../challenges/mfa-setup.ts'
import { totpStep } from '../core/totp.ts'
import type { Context } from '../domain/context.ts'
import { softwareTokenMfaNotEnabled } from '../domain/second-factors.ts'
import type { UserPool } from '../domain/user-pools.ts'
import type { User } from '../domain/users.ts'
import { enableSoftwareTokenMfa, invalidParameter } from '../protocol/exceptions.ts'
import type { VerifySoftwareTokenRequest, VerifySoftwareTokenResponse } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Accepts the first code of an authenticator app, after which the app may serve as a second factor. */
export const VerifySoftwareToken = operation('VerifySoftwareToken', async (input, context) => {
  if (input.AccessToken !== undefined) return ofSignedIn(input, input.AccessToken, context)
  // assumed: the words.
  if (input.Session === undefined) throw invalidParameter('Either AccessToken or Session is required.')
  return ofSigningIn(input, input.Session, context)
})

async function ofSignedIn(
  input: VerifySoftwareTokenRequest,
  accessToken: string,
  context: Context,
): Promise<VerifySoftwareTokenResponse> {
  const { user, pool } = await context.tokens.caller(accessToken)
  const secret = user.factors.pendingTotpSecret
  if (secret === undefined) throw softwareTokenMfaNotEnabled()
  confirm(context, pool, user, secret, input)
  return { Status: 'SUCCESS' }
}

/** In the middle of a sign-in the app is also turned on: the pool requires a second factor, and this is the first. */
function ofSigningIn(
  input: VerifySoftwareTokenRequest,
  session: string,
  context: Context,
): VerifySoftwareTokenResponse {
  const { challenges, users, world } = context
  const { client, pool, asked, user } = setupUnderWay(context, session)
  const { username, sub, secret } = asked.state
  if (secret === undefined) throw softwareTokenMfaNotEnabled()
  return world.database.transaction(() => {
    const confirmed = confirm(context, pool, user, secret, input)
    challenges.take(asked)
    users.change(pool, confirmed, ({ factors }) => ({
      factors: { ...factors, enabled: [...new Set([...factors.enabled, 'SOFTWARE_TOKEN_MFA' as const])] },
    }))
    const state: MfaSetupState = { username, sub, isDone: true }
    return { Status: 'SUCCESS' as const, Session: challenges.ask(client, 'MFA_SETUP', state) }
  })
}

/** Remembers the app with the code that was just used, so that signing in wants another one. */
function confirm(
  { users, world }: Context,
  pool: UserPool,
  user: User,
  secret: string,
  { UserCode, FriendlyDeviceName: name }: VerifySoftwareTokenRequest,
): User {
  const lastStep = totpStep(secret, UserCode, world.clock())
  if (lastStep === undefined) throw enableSoftwareTokenMfa('Code mismatch')
  return users.change(pool, user, ({ factors: { pendingTotpSecret: _, ...factors } }) => ({
    factors: { ...factors, totp: { secret, lastStep, name } },
  }))
}
