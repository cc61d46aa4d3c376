import { lastUserKey as lastUserKeyOf } from './last-user'

/** How long a sign-in lasts on this device: over the end of the browser, until its tab is closed, or until the page is left. */
export type Keeping = 'browser' | 'tab' | 'memory'

/** What this file needs of a `Storage`. */
export type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Where Amplify's tokens are: its `KeyValueStorageInterface`, and what the page decides about it. */
export interface TokenStorage {
  getItem(key: string): Promise<string | null>
  setItem(key: string, value: string): Promise<void>
  removeItem(key: string): Promise<void>
  clear(): Promise<void>
  /** Where the tokens are now, or would be put. */
  readonly keeping: Keeping
  /** For the sign-in that follows. Call it only while nobody is signed in. */
  keepIn(keeping: Keeping): void
  /** Looks in the browser's storage where this tab has nothing of its own: somebody may have signed in next door. */
  lookAround(): void
  /**
   * From now on only the tokens of this user are found here, whoever signs in elsewhere: a page that shows one user
   * never sends the token of another. Undefined lets it be whoever signed in last. A sign-in of this tab binds itself.
   */
  bindTo(user: string | undefined): void
  /** Whose tokens Amplify would find: known without loading Amplify, so that nobody waits for it to see a form. */
  lastUser(): string | undefined
  /** Whether this key is the last of those that a sign-in or a refresh writes: all the others are there by then. */
  isLastWritten(key: string): boolean
  /** By how many milliseconds Cognito's clock is ahead of this device's, as Amplify found at the last refresh. */
  clockDrift(): number
  /** The key by which the pool knows the device of whoever is signed in; undefined where it tells none apart. */
  deviceKey(): string | undefined
  /** Whether whoever is signed in has come from the hosted page: Amplify notes it beside their tokens. */
  isByRedirect(): boolean
  /** Removes the keys of the devices of all who sign in here; returns what puts them back. */
  setDevicesAside(): () => void
  /**
   * Removes the tokens of the user whom this tab shows, or who signed in last. What others keep in the browser is
   * theirs, and the keys of a remembered device stay there; of a tab or the memory nothing is left.
   */
  forget(): void
  /** Until then nothing is removed: what Amplify clears late may be somebody else's by then. */
  removeNothingUntil(settled: Promise<unknown>): void
}

const deviceKeys = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/

/**
 * @param places the browser's storages; one that it refuses is replaced by memory
 */
export function createTokenStorage(
  userPoolClientId: string,
  places: { readonly browser: Place | undefined; readonly tab: Place | undefined },
): TokenStorage {
  const prefix = `CognitoIdentityServiceProvider.${userPoolClientId}.`
  const lastUserKey = lastUserKeyOf(userPoolClientId)
  const memory = new Map<string, string>()
  const kept: Record<Keeping, Place> = {
    browser: places.browser ?? asPlace(memory),
    tab: places.tab ?? asPlace(memory),
    memory: asPlace(memory),
  }
  let keeping: Keeping = kept.tab.getItem(lastUserKey) === null ? 'browser' : 'tab'
  let bound: string | undefined
  let isClosed = false

  function lastUser(): string | undefined {
    return bound ?? kept[keeping].getItem(lastUserKey) ?? undefined
  }

  function keys(place: Place): string[] {
    return Array.from({ length: place.length }, (_, index) => place.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  }

  /** Who signed in last stays written where it is not the one who goes. */
  function remove(key: string): void {
    const place = kept[keeping]
    if (key !== lastUserKey || place.getItem(key) === lastUser()) place.removeItem(key)
  }

  return {
    async getItem(key) {
      return (key === lastUserKey ? lastUser() : kept[keeping].getItem(key)) ?? null
    },
    async setItem(key, value) {
      if (key === lastUserKey) bound = value
      kept[keeping].setItem(key, value)
    },
    async removeItem(key) {
      if (!isClosed) remove(key)
    },
    async clear() {
      for (const key of keys(kept[keeping])) kept[keeping].removeItem(key)
    },
    get keeping() {
      return keeping
    },
    keepIn(where) {
      keeping = where
    },
    lookAround() {
      if (lastUser() === undefined && kept.browser.getItem(lastUserKey) !== null) keeping = 'browser'
    },
    bindTo(user) {
      bound = user
    },
    lastUser,
    isLastWritten: (key) => key.startsWith(prefix) && key.endsWith('.clockDrift'),
    clockDrift: () => Number(kept[keeping].getItem(`${prefix}${lastUser()}.clockDrift`) ?? 0),
    deviceKey: () => kept[keeping].getItem(`${prefix}${lastUser()}.deviceKey`) ?? undefined,
    isByRedirect: () => kept[keeping].getItem(`${prefix}${lastUser()}.oauthMetadata`) !== null,
    setDevicesAside() {
      const place = kept[keeping]
      const aside = keys(place)
        .filter((key) => deviceKeys.test(key))
        .map((key) => [key, place.getItem(key) ?? ''] as const)
      for (const [key] of aside) place.removeItem(key)
      return () => {
        for (const [key, value] of aside) place.setItem(key, value)
      }
    },
    forget() {
      const ofUser = `${prefix}${lastUser()}.`
      for (const key of keys(kept[keeping])) {
        const isTheirs = key === lastUserKey || (key.startsWith(ofUser) && !deviceKeys.test(key))
        if (keeping !== 'browser' || isTheirs) remove(key)
      }
      bound = undefined
    },
    removeNothingUntil(settled) {
      isClosed = true
      const open = () => {
        isClosed = false
      }
      // Amplify does not wait for its own clearing, which goes on for some turns after it has settled.
      settled.then(
        () => setTimeout(open),
        () => setTimeout(open),
      )
    },
  }
}

function asPlace(map: Map<string, string>): Place {
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
  }
}
