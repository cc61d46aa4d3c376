import { readable } from '../domain/attributes.ts'
import { attributeList, mfaSettings } from '../domain/users.ts'
import { operation } from './operation.ts'

/** The attributes of the user who holds the access token, as far as the client may read them. */
export const GetUser = operation('GetUser', async ({ AccessToken }, { tokens }) => {
  const { user, client } = await tokens.caller(AccessToken)
  return {
    Username: user.username,
    UserAttributes: attributeList(readable(client, user.attributes)),
    ...mfaSettings(user),
  }
})
