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

/** Removes what Amplify has stored of the session, but for the keys of a remembered device, as Amplify does. */
export function forgetTokens(userPoolClientId: string): void {
  try {
    for (const key of Object.keys(window.localStorage)) {
      if (!key.startsWith(`${amplify}.${userPoolClientId}.`)) continue
      if (!/\.(deviceKey|deviceGroupKey|randomPasswordKey)$/.test(key)) window.localStorage.removeItem(key)
    }
  } catch {
    // Nothing is stored, see above.
  }
}
