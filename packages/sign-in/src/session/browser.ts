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
