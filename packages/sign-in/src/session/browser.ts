interface Moments {
  readonly onOnline: () => void
  readonly onOffline: () => void
  /** The page is looked at again, or comes back out of the browser's cache of pages. */
  readonly onWake: () => void
}

/** Tells what the browser notices around the page; answers what stops that. */
export function watchBrowser({ onOnline, onOffline, onWake }: Moments): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') onWake()
  }
  if (!navigator.onLine) onOffline()
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)
  window.addEventListener('pageshow', onWake)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('online', onOnline)
    window.removeEventListener('offline', onOffline)
    window.removeEventListener('pageshow', onWake)
    document.removeEventListener('visibilitychange', look)
  }
}
