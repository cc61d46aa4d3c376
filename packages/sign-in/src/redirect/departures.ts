import { storedDepartures } from '../session/storage'

/** A sign-in that was begun here, and for which the page was left. */
export interface Departure {
  /** Comes back in the address. */
  readonly state: string
  /** Proves to the token endpoint that it was begun here (PKCE, RFC 7636). */
  readonly verifier: string
  /** Where somebody was when they left. */
  readonly address: string
  /** In milliseconds since 1970. */
  readonly at: number
}

/** Nobody comes back after so long: Cognito's own pages do not wait for half of it. In milliseconds. */
const longest = 60 * 60 * 1000

/**
 * The sign-ins for which this browser has left the page. In the storage of all tabs, since the answer may come back in
 * another one: an app on the phone that signs people in opens a new tab. By their `state`, so that each tab knows its
 * own.
 */
export const departures = {
  /** Answers whether the browser has taken it. */
  note(departure: Departure): boolean {
    for (const [state, json] of storedDepartures.all()) {
      const at = parsed(json)?.at
      if (at === undefined || Math.abs(departure.at - at) > longest) storedDepartures.write(state, undefined)
    }
    storedDepartures.write(departure.state, JSON.stringify(departure))
    return departures.find(departure.state) !== undefined
  },
  /** The departure that an answer belongs to; undefined where there was none, or it is too long ago. */
  find(state: string): Departure | undefined {
    const departure = parsed(storedDepartures.read(state))
    return departure && Math.abs(Date.now() - departure.at) <= longest ? departure : undefined
  },
  forget: (state: string) => storedDepartures.write(state, undefined),
}

function parsed(json: string | undefined): Departure | undefined {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
