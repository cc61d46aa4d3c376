import type { UserPool } from '../domain/user-pools.ts'
import { type User, type Users, userType } from '../domain/users.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'
import { longestPage, page } from './page.ts'

/** The users of a pool, a page at a time, all or those that a filter names. */
export const ListUsers = operation('ListUsers', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  const filter = input.Filter ? filterOf(pool, input.Filter) : undefined
  const { items, next } = page(
    input.PaginationToken,
    input.Limit,
    (after, limit) => (filter ? wanted(users, pool, filter, after, limit) : users.list(pool, after, limit)),
    ({ username }) => username,
  )
  const shown = input.AttributesToGet && new Set(input.AttributesToGet)
  // documented: an attribute that ListUsers is asked for has to have a value for everybody. observed: the words, in public code.
  if (items.some(({ attributes }) => [...(shown ?? [])].some((name) => !Object.hasOwn(attributes, name)))) {
    throw invalidParameter('One or more requested attributes do not exist.')
  }
  return {
    Users: items.map((user) => {
      const { Attributes = [], ...rest } = userType(user)
      return { ...rest, Attributes: shown ? Attributes.filter(({ Name }) => shown.has(Name)) : Attributes }
    }),
    PaginationToken: next,
  }
})

/** Up to `limit` users that pass the filter, read in chunks. */
function wanted(
  users: Users,
  pool: UserPool,
  { name, exactly, isWanted }: Filter,
  after: string,
  limit: number,
): User[] {
  const read = (from: string) => {
    // Letters beyond ASCII have their lower case here, and none in the database.
    if (exactly !== undefined && /^[\x20-\x7e]*$/.test(exactly)) {
      if (name === 'sub' || name === 'email' || name === 'phone_number') {
        return users.listBy(name, pool, exactly, from, longestPage)
      }
    }
    return users.list(pool, from, longestPage)
  }
  const found: User[] = []
  let from: string | undefined = after
  while (from !== undefined && found.length < limit) {
    const chunk = read(from)
    found.push(...chunk.filter(isWanted))
    from = chunk.length < longestPage ? undefined : chunk.at(-1)?.username
  }
  return found.slice(0, limit)
}

// documented: the attributes that a filter may name, and its two comparisons.
const searchable: Readonly<Record<string, (user: User) => string | undefined>> = {
  username: ({ username }) => username,
  email: ({ attributes }) => attributes.email,
  phone_number: ({ attributes }) => attributes.phone_number,
  name: ({ attributes }) => attributes.name,
  given_name: ({ attributes }) => attributes.given_name,
  family_name: ({ attributes }) => attributes.family_name,
  preferred_username: ({ attributes }) => attributes.preferred_username,
  'cognito:user_status': ({ status }) => status,
  status: ({ enabled }) => (enabled ? 'Enabled' : 'Disabled'),
  sub: ({ sub }) => sub,
}

interface Filter {
  readonly isWanted: (user: User) => boolean
  readonly name: string
  /** What the attribute is to be; undefined where more than one value will do. */
  readonly exactly: string | undefined
}

function filterOf({ UsernameConfiguration }: UserPool, filter: string): Filter {
  const parts = /^\s*([\w:]+)\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter)
  if (!parts) throw invalidParameter('Error while parsing filter')
  const [, name = '', comparison, quoted = ''] = parts
  const read = Object.hasOwn(searchable, name) ? searchable[name] : undefined
  if (!read) throw invalidParameter(`Invalid search attribute: ${name}`)
  // documented: cognito:user_status is compared in any letter case, status (enabled or not) as it is.
  const isFolded = UsernameConfiguration?.CaseSensitive === false && name !== 'status'
  const ignoresCase = name === 'cognito:user_status' || isFolded
  const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text)
  const value = fold(quoted.replace(/\\(.)/g, '$1'))
  const isWanted = (user: User) => {
    const held = read(user)
    if (held === undefined) return false
    return comparison === '=' ? fold(held) === value : fold(held).startsWith(value)
  }
  return { isWanted, name, exactly: comparison === '=' ? value : undefined }
}
