import type { UserPool } from '../domain/user-pools.ts'
import type { GetUserPoolMfaConfigResponse } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Whether the pool asks for a second factor, and which ones it offers. */
export const GetUserPoolMfaConfig = operation('GetUserPoolMfaConfig', ({ UserPoolId }, { pools }) =>
  mfaConfig(pools.get(UserPoolId)),
)

export function mfaConfig({ Mfa, MfaConfiguration }: UserPool): GetUserPoolMfaConfigResponse {
  return { ...Mfa, MfaConfiguration }
}
