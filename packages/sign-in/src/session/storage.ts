import type { Keeping, Place } from './token-storage'

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

/** Where the person chose to be kept signed in. */
export const rememberedKeeping = {
  read: () => read('localStorage', 'genkan.keep'),
  write: (keeping: Keeping) => write('localStorage', 'genkan.keep', keeping),
}

/** When somebody last did something, in milliseconds since 1970; known to the tabs that share the session. */
export const rememberedActivity = {
  read(keeping: Keeping): number | undefined {
    const noted = Number(read(sharedBy(keeping), 'genkan.active'))
    return noted > 0 ? noted : undefined
  },
  write: (keeping: Keeping, moment: number | undefined) =>
    write(sharedBy(keeping), 'genkan.active', moment?.toString()),
}

/** The storage of those who share the session. */
function sharedBy(keeping: Keeping): Kind {
  return keeping === 'browser' ? 'localStorage' : 'sessionStorage'
}

/** The browser's storages, as far as they can be written to. */
export function browserPlaces(): { browser: Place | undefined; tab: Place | undefined } {
  return { browser: usable('localStorage'), tab: usable('sessionStorage') }
}

function usable(kind: Kind): Place | undefined {
  try {
    window[kind].setItem('genkan.test', '')
    window[kind].removeItem('genkan.test')
    return window[kind]
  } catch {
    return undefined
  }
}
