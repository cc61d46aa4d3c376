import { customAuth } from './custom-auth.ts'
import type { Flow } from './flow.ts'
import { adminUserPasswordAuth, userPasswordAuth } from './password-auth.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

export const flows: readonly Flow[] = [
  userAuth,
  userSrpAuth,
  userPasswordAuth,
  adminUserPasswordAuth,
  customAuth,
  refreshTokenAuth,
]
