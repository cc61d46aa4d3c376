import { authorize } from './authorize.ts'
import type { Endpoint } from './endpoint.ts'
import { idpResponse } from './idp-response.ts'
import { logout } from './logout.ts'
import { revoke } from './revoke.ts'
import { token } from './token.ts'
import { userInfo } from './user-info.ts'

export const endpoints: readonly Endpoint[] = [authorize, token, userInfo, revoke, logout, idpResponse]
