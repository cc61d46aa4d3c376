import type * as auth from 'aws-amplify/auth'

declare global {
  interface Window {
    /** Amplify itself, on the journeys' page that calls it directly. */
    auth: typeof auth
    /** Notes what was exercised, and on which screen or view; there in every page of a journey. */
    exercised?: (what: string, where: string) => void
  }
}
