import { operation } from './operation.ts'

/** Ends every session of the user who holds the access token. */
export const GlobalSignOut = operation('GlobalSignOut', async ({ AccessToken }, { tokens }) => {
  const { user } = await tokens.caller(AccessToken)
  tokens.revokeAllOf(user)
  return {}
})
