import type { Diagnosis } from '../diagnosis.ts'
import { AMPLIFY_V5_KEYS } from './amplify-v5-keys.ts'
import { API_ACCEPTS_FORGERY } from './api-accepts-forgery.ts'
import { API_REJECTS_TOKEN } from './api-rejects-token.ts'
import { API_UNPROTECTED } from './api-unprotected.ts'
import { API_UNREACHABLE } from './api-unreachable.ts'
import { API_WANTS_OTHER_TOKEN } from './api-wants-other-token.ts'
import { API_WRONG_AUDIENCE } from './api-wrong-audience.ts'
import { API_WRONG_ISSUER } from './api-wrong-issuer.ts'
import { BUILD_STALE } from './build-stale.ts'
import { CALLBACK_NOT_REGISTERED } from './callback-not-registered.ts'
import { CLIENT_HAS_SECRET } from './client-has-secret.ts'
import { CLIENT_NOT_FOUND } from './client-not-found.ts'
import { CLIENT_OF_ANOTHER_POOL } from './client-of-another-pool.ts'
import { CLOCK_SKEW } from './clock-skew.ts'
import { CODE_FLOW_NOT_ENABLED } from './code-flow-not-enabled.ts'
import { CORS_MISSING } from './cors-missing.ts'
import { CREDENTIALS_UNUSABLE } from './credentials-unusable.ts'
import { CSP_BLOCKS_COGNITO } from './csp-blocks-cognito.ts'
import { DOMAIN_WRONG } from './domain-wrong.ts'
import { EMAIL_QUOTA } from './email-quota.ts'
import { ENDPOINT_IS_LOCAL } from './endpoint-is-local.ts'
import { ENDPOINT_UNREACHABLE } from './endpoint-unreachable.ts'
import { ENDPOINT_WRONG } from './endpoint-wrong.ts'
import { ENTRANCE_BUSY } from './entrance-busy.ts'
import { ENTRANCE_REFUSED } from './entrance-refused.ts'
import { ENV_FILE_NOT_READ } from './env-file-not-read.ts'
import { HTTPS_MISSING } from './https-missing.ts'
import { JWKS_UNREACHABLE } from './jwks-unreachable.ts'
import { LOGOUT_NOT_REGISTERED } from './logout-not-registered.ts'
import { MFA_WITHOUT_FACTOR } from './mfa-without-factor.ts'
import { PASSWORD_RESET_REQUIRED } from './password-reset-required.ts'
import { PASSWORD_WRONG } from './password-wrong.ts'
import { POOL_NOT_FOUND } from './pool-not-found.ts'
import { REGION_POOL_MISMATCH } from './region-pool-mismatch.ts'
import { SITE_UNREACHABLE } from './site-unreachable.ts'
import { SRP_NOT_ENABLED } from './srp-not-enabled.ts'
import { TEMPORARY_PASSWORD_EXPIRED } from './temporary-password-expired.ts'
import { USER_AUTH_NOT_ENABLED } from './user-auth-not-enabled.ts'
import { USER_DISABLED } from './user-disabled.ts'
import { USER_EXISTENCE_LEAKS } from './user-existence-leaks.ts'
import { USER_UNCONFIRMED } from './user-unconfirmed.ts'
import { USER_UNKNOWN } from './user-unknown.ts'
import { VARIABLE_EMPTY } from './variable-empty.ts'
import { VARIABLE_MALFORMED } from './variable-malformed.ts'
import { VARIABLE_NOT_PUBLIC } from './variable-not-public.ts'
import { VARIABLE_QUOTED } from './variable-quoted.ts'

/** In the order of a report: what is on this machine, the way to Cognito, the app client, what is around it, people. */
export const diagnoses: readonly Diagnosis[] = [
  VARIABLE_EMPTY,
  ENV_FILE_NOT_READ,
  VARIABLE_NOT_PUBLIC,
  VARIABLE_QUOTED,
  VARIABLE_MALFORMED,
  REGION_POOL_MISMATCH,
  AMPLIFY_V5_KEYS,
  BUILD_STALE,
  ENDPOINT_IS_LOCAL,
  HTTPS_MISSING,
  CLOCK_SKEW,
  ENDPOINT_UNREACHABLE,
  ENDPOINT_WRONG,
  POOL_NOT_FOUND,
  JWKS_UNREACHABLE,
  CLIENT_NOT_FOUND,
  CLIENT_OF_ANOTHER_POOL,
  CLIENT_HAS_SECRET,
  SRP_NOT_ENABLED,
  USER_AUTH_NOT_ENABLED,
  ENTRANCE_BUSY,
  ENTRANCE_REFUSED,
  USER_EXISTENCE_LEAKS,
  DOMAIN_WRONG,
  CALLBACK_NOT_REGISTERED,
  LOGOUT_NOT_REGISTERED,
  CODE_FLOW_NOT_ENABLED,
  SITE_UNREACHABLE,
  CSP_BLOCKS_COGNITO,
  API_UNREACHABLE,
  CORS_MISSING,
  API_WRONG_ISSUER,
  API_WRONG_AUDIENCE,
  API_WANTS_OTHER_TOKEN,
  API_REJECTS_TOKEN,
  API_ACCEPTS_FORGERY,
  API_UNPROTECTED,
  USER_UNKNOWN,
  PASSWORD_WRONG,
  USER_UNCONFIRMED,
  TEMPORARY_PASSWORD_EXPIRED,
  USER_DISABLED,
  PASSWORD_RESET_REQUIRED,
  MFA_WITHOUT_FACTOR,
  EMAIL_QUOTA,
  CREDENTIALS_UNUSABLE,
]
