import { accessTokenRevoked } from '../domain/tokens.ts'
import { operation } from './operation.ts'

/** Ends every session of the user who holds the access token. */
export const GlobalSignOut = operation('GlobalSignOut', async ({ AccessToken }, { tokens }) => {
  // The model declares no UserNotFoundException for this operation.
  const { user } = await tokens.caller(AccessToken, accessTokenRevoked)
  tokens.revokeAllOf(user)
  return {}
})
