/** How long the warning stands before somebody is signed out, in seconds. WCAG 2.2.1 asks for 20 at least. */
const warning = 60

/** What is to be shown to somebody who does nothing. */
export type Idleness =
  | { readonly is: 'active' }
  | { readonly is: 'warned'; readonly secondsLeft: number }
  | { readonly is: 'over' }

/**
 * @param idleMinutes after how many minutes somebody is signed out
 * @param lastActive when somebody last did something, in any tab; milliseconds since 1970, as `now`
 */
export function idlenessAt(now: number, lastActive: number, idleMinutes: number): Idleness {
  const secondsLeft = Math.ceil(idleMinutes * 60 - (now - lastActive) / 1000)
  if (secondsLeft <= 0) return { is: 'over' }
  return secondsLeft <= Math.min(warning, idleMinutes * 30) ? { is: 'warned', secondsLeft } : { is: 'active' }
}
