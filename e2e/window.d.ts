import type * as auth from 'aws-amplify/auth'

declare global {
  interface Window {
    /** Amplify itself, on the journeys' page that calls it directly. */
    auth: typeof auth
    /** The settings of the journeys' entrance, where they are not in its address. */
    configuration?: object
    /** What an application has inside the entrance, on the journeys' page that has one. */
    session: {
      readonly user: { readonly username: string } | undefined
      readonly session: { readonly accessToken: { readonly jwt: string } } | undefined
      readonly fetchSession: (options?: { readonly forceRefresh?: boolean }) => Promise<unknown>
      readonly authorizedFetch: typeof fetch
    }
    /** What an application may do that uses Amplify for more than signing in. */
    configureAmplifyAgain(): Promise<void>
    /** When the first form was there, in milliseconds since 1970, where a journey watches for it. */
    formShownAt?: number
    /** Notes what was exercised, and on which screen or view; there in every page of a journey. */
    exercised?: (what: string, where: string) => void
  }
}
