import { invalidParameter } from '../protocol/exceptions.ts'

/** A page of a list, and the token that asks for the next one; undefined on the last page. */
export interface Page<Item> {
  readonly items: Item[]
  readonly next: string | undefined
}

/** The most that any list of the API answers at a time. */
export const longestPage = 60

/**
 * Cuts a page out of a list that is read in order of its keys. The token is the last key, so a page holds its place
 * whatever is added or deleted between two calls.
 *
 * @param token the token that the request carries
 * @param limit how many items the request asks for; 0 asks for as many as there can be
 * @param read up to `limit` items whose key comes after `after`
 */
export function page<Item>(
  token: string | undefined,
  limit: number | undefined,
  read: (after: string, limit: number) => readonly Item[],
  keyOf: (item: Item) => string,
): Page<Item> {
  const size = limit || longestPage
  const found = read(token === undefined ? '' : decoded(token), size + 1)
  const items = found.slice(0, size)
  const last = items.at(-1)
  return { items, next: found.length > size && last !== undefined ? encoded(keyOf(last)) : undefined }
}

/**
 * The same of a list that is read from its latest item on.
 *
 * @param read up to `limit` items whose number is less than `before`, the highest first
 */
export function newestFirst<Item extends { readonly sequence: number }>(
  token: string | undefined,
  limit: number | undefined,
  read: (before: number, limit: number) => Item[],
): Page<Item> {
  return page(
    token,
    limit,
    (after, most) => read(after === '' ? Number.MAX_SAFE_INTEGER : numbered(after), most),
    ({ sequence }) => String(sequence),
  )
}

const encoded = (key: string) => Buffer.from(`after:${key}`).toString('base64')

function decoded(token: string): string {
  const text = Buffer.from(token, 'base64').toString()
  if (!text.startsWith('after:')) throw invalidToken()
  return text.slice('after:'.length)
}

function numbered(key: string): number {
  if (!/^\d{1,15}$/.test(key)) throw invalidToken()
  return Number(key)
}

// assumed: the words.
const invalidToken = () => invalidParameter('Invalid pagination token given.')
