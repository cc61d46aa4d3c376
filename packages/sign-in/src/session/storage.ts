// A browser may refuse its storage (blocked site data, private windows): then nothing is remembered, and all works.
type Kind = 'localStorage' | 'sessionStorage'

function read(kind: Kind, key: string): string | undefined {
  try {
    return window[kind].getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(kind: Kind, key: string, value: string | undefined): void {
  try {
    if (value === undefined) window[kind].removeItem(key)
    else window[kind].setItem(key, value)
  } catch {
    // Not remembered, see above.
  }
}

/** The e-mail address of a half-done entrance: survives a reload, not the tab. Never a password, never a code. */
export const rememberedUsername = {
  read: () => read('sessionStorage', 'genkan.username'),
  write: (username: string | undefined) => write('sessionStorage', 'genkan.username', username),
}

/** The step of a half-done sign-in, as JSON, see pending-challenge.ts. Never a secret, never a code. */
export const rememberedChallenge = {
  read: () => read('sessionStorage', 'genkan.challenge'),
  write: (challenge: string | undefined) => write('sessionStorage', 'genkan.challenge', challenge),
}

/** The language that a person chose. */
export const rememberedLanguage = {
  read: () => read('localStorage', 'genkan.language'),
  write: (language: string) => write('localStorage', 'genkan.language', language),
}

const amplify = 'CognitoIdentityServiceProvider'

/** Whether Amplify has left tokens here: known without loading Amplify, so that nobody waits for it to see a form. */
export function probablySignedIn(userPoolClientId: string): boolean {
  return read('localStorage', `${amplify}.${userPoolClientId}.LastAuthUser`) !== undefined
}

/** The key by which the pool knows the device of whoever is signed in here; undefined where it tells none apart. */
export function deviceKeyHere(userPoolClientId: string): string | undefined {
  const client = `${amplify}.${userPoolClientId}`
  return read('localStorage', `${client}.${read('localStorage', `${client}.LastAuthUser`)}.deviceKey`)
}

/** Removes what Amplify has stored of the session, but for the keys of a remembered device, as Amplify does. */
export function forgetTokens(userPoolClientId: string): void {
  for (const key of keysOf(userPoolClientId)) if (!ofDevice.test(key)) write('localStorage', key, undefined)
}

/** Removes what Amplify has stored of the devices of all who sign in here; returns what puts it back. */
export function setDevicesAside(userPoolClientId: string): () => void {
  const keys = keysOf(userPoolClientId).filter((key) => ofDevice.test(key))
  const kept = keys.map((key) => [key, read('localStorage', key)] as const)
  for (const key of keys) write('localStorage', key, undefined)
  return () => {
    for (const [key, value] of kept) write('localStorage', key, value)
  }
}

const ofDevice = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/

function keysOf(userPoolClientId: string): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(`${amplify}.${userPoolClientId}.`))
  } catch {
    return []
  }
}
