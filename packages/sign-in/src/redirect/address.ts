import type { SignInConfiguration } from '../configuration'

/** What a hosted sign-in page has written into the address with which it sent somebody back. */
export interface Returned {
  /** By which the page knows a sign-in that it began itself. */
  readonly state: string | undefined
  /** Absent where the sign-in came to nothing. */
  readonly code?: string
  /** A code of OAuth 2.0, for example `access_denied`. */
  readonly error?: string
  /** Whoever made the address may have written anything here. */
  readonly description?: string | undefined
}

const names: readonly string[] = ['code', 'state', 'error', 'error_description']

/**
 * Which of the registered addresses to use for somebody who is at this one: its own, else the first of the same site.
 *
 * @param registered empty stands for the folder of the page
 */
export function registeredFor(address: string, registered: readonly string[]): string | undefined {
  if (registered.length === 0) return new URL('.', address).href
  const usable = registered.filter(
    (uri) => URL.canParse(uri) && new URL(uri).origin === new URL(address).origin,
  )
  return usable.find((uri) => isSamePage(uri, address)) ?? usable[0]
}

/**
 * Reads the answer out of the address. Undefined where it is none: what an application itself calls `code` or `error`
 * stays its own, and so do the answers of others at other pages of it.
 */
export function returnedIn(address: string, registered: readonly string[]): Returned | undefined {
  const uri = registeredFor(address, registered)
  if (uri === undefined || !isSamePage(uri, address)) return undefined
  const parameters = new URL(address).searchParams
  const [code, state, error, description] = names.map((name) => parameters.get(name) ?? undefined)
  if (error !== undefined) {
    return state === undefined && description === undefined ? undefined : { state, error, description }
  }
  return code !== undefined && state !== undefined ? { state, code } : undefined
}

/** Whether somebody comes back from the hosted page of this configuration. */
export function isReturn({ loginWith }: SignInConfiguration, address: string): boolean {
  const { oauth } = loginWith ?? {}
  return oauth !== undefined && returnedIn(address, oauth.redirectSignIn) !== undefined
}

/** The address without the answer, and with all else to the letter. */
export function withoutReturned(address: string): string {
  const { origin, pathname, search, hash } = new URL(address)
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !names.some((name) => new URLSearchParams(pair).has(name)))
  return origin + pathname + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash
}

/** Whether they differ in the query and the fragment at most. */
export function isSamePage(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)]
  return a.origin === b.origin && a.pathname === b.pathname
}
