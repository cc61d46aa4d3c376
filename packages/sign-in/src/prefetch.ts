import { isSessionLikely } from './session/last-user'

/**
 * Fetches Amplify ahead of its use where somebody is probably signed in. `<SessionProvider>` and `<SignIn>` do it by
 * themselves; for a page that fetches them late, too, so that it can fetch both at once. In the browser only.
 */
export function prefetchForSession(userPoolClientId: string): void {
  // A failure here concerns nobody yet; the call that needs the file tries again and tells it.
  if (isSessionLikely(userPoolClientId)) import('./gateway').catch(() => undefined)
}
