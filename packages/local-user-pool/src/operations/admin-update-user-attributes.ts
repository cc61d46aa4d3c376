import { changed, checkAttributes } from '../domain/attributes.ts'
import { attributesOf } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Changes attributes of a user, as administrators may: the word that an address is verified included. */
export const AdminUpdateUserAttributes = operation('AdminUpdateUserAttributes', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  const change = attributesOf(input.UserAttributes)
  checkAttributes(pool, change, true)
  users.change(pool, users.get(pool, input.Username), ({ attributes }) => ({
    attributes: changed(pool, attributes, change),
  }))
  return {}
})
