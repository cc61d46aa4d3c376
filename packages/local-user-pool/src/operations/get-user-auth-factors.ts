import type { Context } from '../domain/context.ts'
import { factorsOf } from '../domain/first-factors.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { mfaSettings, type User } from '../domain/users.ts'
import type { AuthFactorType, GetUserAuthFactorsResponse } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** By what the user who holds the access token may sign in, and which second factors are on. */
export const GetUserAuthFactors = operation('GetUserAuthFactors', async ({ AccessToken }, context) => {
  const { user, pool } = await context.tokens.caller(AccessToken)
  return authFactors(context, pool, user)
})

const order: readonly AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

/** AdminGetUserAuthFactors answers the same. */
export function authFactors(context: Context, pool: UserPool, user: User): GetUserAuthFactorsResponse {
  // documented: those that USER_AUTH offers the user.
  const offered: readonly string[] = factorsOf({ context, pool }, user)
  return {
    Username: user.username,
    ...mfaSettings(user),
    ConfiguredUserAuthFactors: order.filter((name) => offered.includes(name)),
  }
}
