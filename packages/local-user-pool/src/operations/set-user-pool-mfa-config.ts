import { mfaConfig } from './get-user-pool-mfa-config.ts'
import { operation } from './operation.ts'

/** Whether the pool asks for a second factor, and which ones it offers. */
export const SetUserPoolMfaConfig = operation(
  'SetUserPoolMfaConfig',
  ({ UserPoolId, ...config }, { pools }) => mfaConfig(pools.setMfa(pools.get(UserPoolId), config)),
)
