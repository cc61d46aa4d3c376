import { operation } from './operation.ts'

/** Deletes the user who holds the access token, with everything that is theirs. */
export const DeleteUser = operation('DeleteUser', async ({ AccessToken }, { tokens, users }) => {
  const { user } = await tokens.caller(AccessToken)
  users.delete(user)
  return {}
})
