import { type TestPool, testPool } from '../test-pool.ts'

export const email = 'hanako@example.com'
export const other = 'taro@example.com'

/** Does something so often, one after the other. */
export async function repeatedly(times: number, work: (count: number) => Promise<unknown>): Promise<void> {
  for (let count = 1; count <= times; count += 1) await work(count)
}

/** A pool with somebody who has confirmed. */
export async function withUser(...settings: Parameters<typeof testPool>) {
  const pool = await testPool(...settings)
  await pool.confirmedUser(email)
  return named(pool)
}

/** The same, with an access token of theirs. */
export async function withToken(...settings: Parameters<typeof testPool>) {
  const arranged = await withUser(...settings)
  const { AccessToken } = await arranged.pool.tokens(email)
  return { ...arranged, AccessToken }
}

/** A pool with somebody who has signed up and not confirmed. */
export async function withNewcomer(...settings: Parameters<typeof testPool>) {
  const arranged = named(await testPool(...settings))
  const { pool, ClientId, Username } = arranged
  await pool.call('SignUp', { ClientId, Username, Password })
  return arranged
}

export const Password = 'Genkan-2026'

/** A pool with the names that requests call its ids by. */
export function named(pool: TestPool) {
  const { userPoolId: UserPoolId, clientId: ClientId } = pool
  return { pool, UserPoolId, ClientId, Username: email }
}
