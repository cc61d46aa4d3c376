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
  /**
   * From now on only the tokens of this user are found here, whoever signs in elsewhere: a page that shows one user
   * never sends the token of another. Undefined lets it be whoever signed in last.
   */
  bindTo(user: string | undefined): void
  /** Whose tokens Amplify would find: known without loading Amplify, so that nobody waits for it to see a form. */
  lastUser(): string | undefined
  /** By how many milliseconds Cognito's clock is ahead of this device's, as Amplify found at the last refresh. */
  clockDrift(): number
  /** The key by which the pool knows the device of whoever is signed in; undefined where it tells none apart. */
  deviceKey(): string | undefined
  /** Removes the keys of the devices of all who sign in here; returns what puts them back. */
  setDevicesAside(): () => void
  /** Removes the tokens and whose they were. The keys of a remembered device stay where the browser is to be known again. */
  forget(): void
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
  const lastUserKey = `${prefix}LastAuthUser`
  const memory = new Map<string, string>()
  const kept: Record<Keeping, Place> = {
    browser: places.browser ?? asPlace(memory),
    tab: places.tab ?? asPlace(memory),
    memory: asPlace(memory),
  }
  let keeping: Keeping = kept.tab.getItem(lastUserKey) === null ? 'browser' : 'tab'
  let bound: string | undefined

  function lastUser(): string | undefined {
    return bound ?? kept[keeping].getItem(lastUserKey) ?? undefined
  }

  function keys(place: Place): string[] {
    return Array.from({ length: place.length }, (_, index) => place.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  }

  return {
    async getItem(key) {
      return (key === lastUserKey ? lastUser() : kept[keeping].getItem(key)) ?? null
    },
    async setItem(key, value) {
      kept[keeping].setItem(key, value)
    },
    async removeItem(key) {
      kept[keeping].removeItem(key)
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
    bindTo(user) {
      bound = user
    },
    lastUser,
    clockDrift: () => Number(kept[keeping].getItem(`${prefix}${lastUser()}.clockDrift`) ?? 0),
    deviceKey: () => kept[keeping].getItem(`${prefix}${lastUser()}.deviceKey`) ?? undefined,
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
      bound = undefined
      const isShared = keeping !== 'browser'
      for (const key of keys(kept[keeping])) {
        if (isShared || !deviceKeys.test(key)) kept[keeping].removeItem(key)
      }
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
