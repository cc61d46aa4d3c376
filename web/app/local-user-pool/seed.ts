const states = ['confirmed', 'unconfirmed', 'temporary-password', 'reset-required', 'disabled'] as const

/** A user that the local user pool was started with. */
export interface SeededUser {
  readonly email: string
  readonly password: string
  readonly state: (typeof states)[number]
}

/** Asks the local user pool for its seeded users. Rejects when it does not run. */
export async function fetchSeed(endpoint: string): Promise<readonly SeededUser[]> {
  const response = await fetch(new URL('/_local/seed', endpoint), { cache: 'no-store' })
  if (!response.ok) throw new Error(`The local user pool answered ${response.status}.`)
  const { users }: { users?: unknown } = await response.json()
  return Array.isArray(users) ? users.filter(isSeededUser) : []
}

function isSeededUser(user: unknown): user is SeededUser {
  if (typeof user !== 'object' || user === null) return false
  const { email, password, state } = user as Record<string, unknown>
  return typeof email === 'string' && typeof password === 'string' && states.some((known) => known === state)
}
