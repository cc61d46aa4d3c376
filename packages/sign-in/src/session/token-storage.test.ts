import { describe, expect, test } from 'vitest'
import { createTokenStorage, type Place, type TokenStorage } from './token-storage'

const amplify = 'CognitoIdentityServiceProvider.client'

/** A browser's storage, in memory. */
function place(values: Record<string, string> = {}): Place & { readonly values: Record<string, string> } {
  const kept = { ...values }
  return {
    values: kept,
    getItem: (key) => kept[key] ?? null,
    setItem(key, value) {
      kept[key] = value
    },
    removeItem(key) {
      delete kept[key]
    },
    key: (index) => Object.keys(kept)[index] ?? null,
    get length() {
      return Object.keys(kept).length
    },
  }
}

async function signIn(storage: TokenStorage, user: string) {
  await storage.setItem(`${amplify}.LastAuthUser`, user)
  await storage.setItem(`${amplify}.${user}.accessToken`, `token of ${user}`)
  await storage.setItem(`${amplify}.${user}.deviceKey`, `device of ${user}`)
}

/** What Amplify would send now. */
async function tokenIn(storage: TokenStorage): Promise<string | null> {
  const user = await storage.getItem(`${amplify}.LastAuthUser`)
  return storage.getItem(`${amplify}.${user}.accessToken`)
}

describe.each(['browser', 'tab', 'memory'] as const)('kept in the %s', (keeping) => {
  test('the tokens are there and nowhere else, and are found again by the next page', async () => {
    const places = { browser: place(), tab: place() }
    const storage = createTokenStorage('client', places)
    storage.keepIn(keeping)
    await signIn(storage, 'hanako')
    expect(await tokenIn(storage)).toBe('token of hanako')
    expect(Object.keys(places.browser.values)).toHaveLength(keeping === 'browser' ? 3 : 0)
    expect(Object.keys(places.tab.values)).toHaveLength(keeping === 'tab' ? 3 : 0)

    const next = createTokenStorage('client', places)
    expect(next.lastUser()).toBe(keeping === 'memory' ? undefined : 'hanako')
    expect(next.keeping).toBe(keeping === 'tab' ? 'tab' : 'browser')
  })

  test('nothing is left after the sign-out, but for a device that is to be known again', async () => {
    const other = { [`${amplify}2.LastAuthUser`]: 'somebody', unrelated: 'value' }
    const places = { browser: place(other), tab: place() }
    const storage = createTokenStorage('client', places)
    storage.keepIn(keeping)
    await signIn(storage, 'hanako')
    storage.forget()
    expect(storage.lastUser()).toBeUndefined()
    expect(await tokenIn(storage)).toBeNull()
    expect(await storage.getItem(`${amplify}.hanako.deviceKey`)).toBe(
      keeping === 'browser' ? 'device of hanako' : null,
    )
    expect(places.browser.values).toMatchObject(other)
    expect(places.tab.values).toEqual({})
  })
})

describe('a page that shows one user', () => {
  test('never finds the token of another who signed in elsewhere', async () => {
    const places = { browser: place(), tab: place() }
    const [shown, elsewhere] = [createTokenStorage('client', places), createTokenStorage('client', places)]
    // A tab that signs in is bound to who it is.
    await signIn(shown, 'hanako')
    elsewhere.forget()
    await signIn(elsewhere, 'taro')
    expect(await tokenIn(shown)).toBeNull()
    expect(await tokenIn(elsewhere)).toBe('token of taro')
    shown.bindTo(undefined)
    expect(await tokenIn(shown)).toBe('token of taro')
  })
})

describe('what others keep in the browser', () => {
  async function two() {
    const places = { browser: place(), tab: place() }
    const [hanakos, taros] = [createTokenStorage('client', places), createTokenStorage('client', places)]
    await signIn(hanakos, 'hanako')
    await signIn(taros, 'taro')
    return { hanakos, taros, places }
  }

  test('stays when somebody leaves who had not heard of them', async () => {
    const { hanakos, taros, places } = await two()
    hanakos.forget()
    expect(await tokenIn(taros)).toBe('token of taro')
    expect(createTokenStorage('client', places).lastUser()).toBe('taro')
  })

  test('stays when Amplify clears late for somebody who has left', async () => {
    const { hanakos, taros } = await two()
    let settle: (value?: unknown) => void = () => undefined
    const settled = new Promise((resolve) => {
      settle = resolve
    })
    hanakos.forget()
    hanakos.removeNothingUntil(settled)
    // Amplify asks for the last user only now, who is somebody else.
    const user = await hanakos.getItem(`${amplify}.LastAuthUser`)
    settle()
    await hanakos.removeItem(`${amplify}.${user}.accessToken`)
    await hanakos.removeItem(`${amplify}.LastAuthUser`)
    expect(await tokenIn(taros)).toBe('token of taro')
  })

  test('is found by a tab that has nothing of its own', async () => {
    const places = { browser: place(), tab: place() }
    const waiting = createTokenStorage('client', places)
    waiting.keepIn('tab')
    waiting.lookAround()
    expect(waiting.keeping).toBe('tab')
    await signIn(createTokenStorage('client', places), 'hanako')
    waiting.lookAround()
    expect(await tokenIn(waiting)).toBe('token of hanako')
  })
})

test('tells by which key a sign-in of another tab is whole', () => {
  const storage = createTokenStorage('client', { browser: place(), tab: place() })
  expect(storage.isLastWritten(`${amplify}.hanako.clockDrift`)).toBe(true)
  expect(storage.isLastWritten(`${amplify}.LastAuthUser`)).toBe(false)
  expect(storage.isLastWritten('CognitoIdentityServiceProvider.another.hanako.clockDrift')).toBe(false)
})

test('where the browser refuses its storage, the sign-in lasts as long as the page', async () => {
  const storage = createTokenStorage('client', { browser: undefined, tab: undefined })
  await signIn(storage, 'hanako')
  expect(await tokenIn(storage)).toBe('token of hanako')
  await storage.clear()
  expect(await tokenIn(storage)).toBeNull()
})

test('whoever came by the hosted page is told apart from others of the same browser, until they sign out', async () => {
  const storage = createTokenStorage('client', { browser: place(), tab: place() })
  await signIn(storage, 'hanako')
  expect(storage.isByRedirect()).toBe(false)
  await storage.setItem(`${amplify}.hanako.oauthMetadata`, '{"oauthSignIn":true}')
  expect(storage.isByRedirect()).toBe(true)
  await signIn(storage, 'taro')
  expect(storage.isByRedirect()).toBe(false)
  storage.bindTo('hanako')
  storage.forget()
  await signIn(storage, 'hanako')
  expect(storage.isByRedirect()).toBe(false)
})
