interface Moments {
  readonly onOnline: () => void
  readonly onOffline: () => void
  /** The page is looked at again, or comes back out of the browser's cache of pages. */
  readonly onWake: () => void
  /** Another tab has changed what is stored under the key. */
  readonly onStored: (key: string) => void
}

/** Tells what the browser notices around the page; answers what stops that. */
export function watchBrowser({ onOnline, onOffline, onWake, onStored }: Moments): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') onWake()
  }
  const stored = ({ key }: StorageEvent) => {
    if (key !== null) onStored(key)
  }
  if (!navigator.onLine) onOffline()
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)
  window.addEventListener('pageshow', onWake)
  window.addEventListener('storage', stored)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('online', onOnline)
    window.removeEventListener('offline', onOffline)
    window.removeEventListener('pageshow', onWake)
    window.removeEventListener('storage', stored)
    document.removeEventListener('visibilitychange', look)
  }
}

/** Goes to another page. Resolves if this one is seen again: by "back", or because nothing came of it. */
export function leavePage(address: string): Promise<void> {
  return new Promise((resolve) => {
    // Out of the browser's cache of pages it comes back just as it was left.
    window.addEventListener('pageshow', () => resolve(), { once: true })
    // A server that is not there, an answer that is no page, the "stop" of the browser: none of them tells.
    setTimeout(resolve, 10_000)
    window.location.assign(address)
  })
}

/**
 * Loads the page again where its server answers; a page without a network would lose what it still shows. What a
 * deployment has taken away since the page was opened comes only so.
 */
export function reloadPage(): void {
  fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    () => window.location.reload(),
    () => undefined,
  )
}

/** Changes what the address bar shows, and nothing else. */
export function replaceAddress(address: string): void {
  // With its own mark in the state the router of Next.js takes it for a change that it has made itself, and puts the
  // old address back at its next one.
  const { __NA: _, ...state } = { ...window.history.state }
  window.history.replaceState(state, '', address)
}
