import { factorsOf } from '../domain/first-factors.ts'
import { mfaSettings } from '../domain/users.ts'
import type { AuthFactorType } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

const order: readonly AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

/** By what the user who holds the access token may sign in, and which second factors are on. */
export const GetUserAuthFactors = operation('GetUserAuthFactors', async ({ AccessToken }, context) => {
  const { user, pool } = await context.tokens.caller(AccessToken)
  // documented: those that USER_AUTH offers the user.
  const offered: readonly string[] = factorsOf({ context, pool }, user)
  return {
    Username: user.username,
    ...mfaSettings(user),
    ConfiguredUserAuthFactors: order.filter((name) => offered.includes(name)),
  }
})
