// A browser may refuse its storage (blocked site data, private windows): then nothing is remembered, and all works.
export type Kind = 'localStorage' | 'sessionStorage'

/** Undefined where nothing is stored. */
export function read(kind: Kind, key: string): string | undefined {
  try {
    return window[kind].getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Undefined removes it. */
export function write(kind: Kind, key: string, value: string | undefined): void {
  try {
    if (value === undefined) window[kind].removeItem(key)
    else window[kind].setItem(key, value)
  } catch {
    // Not remembered, see above.
  }
}

export function keys(kind: Kind): readonly string[] {
  try {
    return Object.keys(window[kind])
  } catch {
    return []
  }
}
