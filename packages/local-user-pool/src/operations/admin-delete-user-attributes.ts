import { checkAttributes, checkRequired } from '../domain/attributes.ts'
import type { UserPool } from '../domain/user-pools.ts'
import type { User } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Deletes attributes of a user. */
export const AdminDeleteUserAttributes = operation('AdminDeleteUserAttributes', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  users.change(pool, users.get(pool, input.Username), without(pool, input.UserAttributeNames))
  return {}
})

/** A user without these attributes, if the schema lets them go. An address goes with the word that it is verified. */
export function without(pool: UserPool, names: readonly string[]): (user: User) => Pick<User, 'attributes'> {
  return (user) => {
    const gone = new Set(names.flatMap((name) => [name, `${name}_verified`]))
    const held = names.filter((name) => Object.hasOwn(user.attributes, name))
    checkAttributes(pool, Object.fromEntries(held.map((name) => [name, user.attributes[name] ?? ''])), true)
    const attributes = Object.fromEntries(Object.entries(user.attributes).filter(([name]) => !gone.has(name)))
    checkRequired(pool, {}, held)
    return { attributes }
  }
}
