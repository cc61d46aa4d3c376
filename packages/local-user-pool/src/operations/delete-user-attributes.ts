import { checkWritable } from '../domain/attributes.ts'
import { without } from './admin-delete-user-attributes.ts'
import { operation } from './operation.ts'

/** Deletes attributes of the user who holds the access token. */
export const DeleteUserAttributes = operation('DeleteUserAttributes', async (input, { tokens, users }) => {
  const { user, pool, client } = await tokens.caller(input.AccessToken)
  checkWritable(client, Object.fromEntries(input.UserAttributeNames.map((name) => [name, ''])))
  users.change(pool, user, without(pool, input.UserAttributeNames))
  return {}
})
