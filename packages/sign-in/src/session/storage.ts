import { type Kind, keys, read, write } from './stored'
import type { Keeping, Place } from './token-storage'

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

/** Where the person chose to be kept signed in. */
export const rememberedKeeping = {
  read: () => read('localStorage', 'genkan.keep'),
  write: (keeping: Keeping) => write('localStorage', 'genkan.keep', keeping),
}

/** What to say once the page is back from somewhere else: survives that way, not the tab. */
export const rememberedNotice = {
  read: () => read('sessionStorage', 'genkan.notice'),
  write: (notice: string | undefined) => write('sessionStorage', 'genkan.notice', notice),
}

const departurePrefix = 'genkan.redirect.'

/** Sign-ins for which the page was left, as JSON, see departures.ts. */
export const storedDepartures = {
  read: (state: string) => read('localStorage', departurePrefix + state),
  write: (state: string, departure: string | undefined) =>
    write('localStorage', departurePrefix + state, departure),
  all: (): readonly (readonly [state: string, departure: string | undefined])[] =>
    keys('localStorage')
      .filter((key) => key.startsWith(departurePrefix))
      .map((key) => [key.slice(departurePrefix.length), read('localStorage', key)]),
}

/**
 * Where Amplify notes what it has to know when somebody comes back from the hosted page: always in `localStorage`,
 * wherever the tokens are kept.
 */
export const amplifyRedirect = {
  /** Takes it away. */
  take(clientId: string): { readonly state: string | undefined; readonly verifier: string | undefined } {
    const { oauthState, oauthPKCE, ...others } = redirectKeys(clientId)
    const noted = { state: read('localStorage', oauthState), verifier: read('localStorage', oauthPKCE) }
    for (const key of [oauthState, oauthPKCE, ...Object.values(others)]) write('localStorage', key, undefined)
    return noted
  },
  /** Puts it back, so that Amplify finishes that sign-in, and holds up no tab with it. */
  put(clientId: string, { state, verifier }: { readonly state: string; readonly verifier: string }): void {
    const { oauthState, oauthPKCE, inflightOAuth, inflightOAuthDeadline } = redirectKeys(clientId)
    write('localStorage', oauthState, state)
    write('localStorage', oauthPKCE, verifier)
    write('localStorage', inflightOAuthDeadline, '0')
    write('localStorage', inflightOAuth, 'true')
  },
}

function redirectKeys(clientId: string) {
  const prefix = `CognitoIdentityServiceProvider.${clientId}`
  return {
    oauthState: `${prefix}.oauthState`,
    oauthPKCE: `${prefix}.oauthPKCE`,
    inflightOAuth: `${prefix}.inflightOAuth`,
    inflightOAuthDeadline: `${prefix}.inflightOAuthDeadline`,
    // That somebody has once come back. Whose session has come so, stands beside their tokens.
    oauthSignIn: `${prefix}.oauthSignIn`,
  }
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
