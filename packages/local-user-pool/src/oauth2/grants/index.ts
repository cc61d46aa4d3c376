import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import type { GrantType } from './grant.ts'
import { refreshToken } from './refresh-token.ts'

export const grants: readonly GrantType[] = [authorizationCode, refreshToken, clientCredentials]
