import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort } from '../scripts/ports.ts'
import type { Benchmark } from './bench.ts'
import { caller, emailOf, load, newPool, newUsers, peopleOf } from './load.ts'
import { installedPools, newFolder, type Pool } from './pools.ts'
import { startServer } from './server.ts'

/** Users who are there always, some of whom sign in; more than fit on a page. */
const people = 100
const atOnce = 4

/** An odd number, for there to be a middle one. */
const rounds = 5
const perRound = 300

const sizes = [
  { users: people, sessions: 0 },
  { users: 10_000, sessions: 0 },
  { users: 100_000, sessions: 0 },
  { users: 1_000_000, sessions: 0 },
  { users: people, sessions: 100_000 },
  { users: people, sessions: 1_000_000 },
]

/** What requests cost the server, the more users and sessions there are in its file. */
export const benchmark: Benchmark = async () => {
  const [ours] = await installedPools()
  if (!ours) throw new Error('There is no pool of ours.')
  const pools: Awaited<ReturnType<typeof filledPool>>[] = []
  try {
    for (const size of sizes) pools.push(await filledPool(ours, size))
    // Round by round, so that whatever else the machine does strikes all of them alike. The first one warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { costs, measure } of pools) {
        const measured = await measure()
        if (round > 0) costs.push(measured)
      }
    }
    const [smallest] = pools.map(({ costs }) => costs)
    return pools.map(({ size, costs }) => ({
      users: size.users,
      sessions: size.sessions,
      ...Object.fromEntries(
        Object.keys(costs[0] ?? {}).flatMap((work) => {
          const cost = medianOf(costs, work)
          return [
            [`${work}, ms`, Number(cost.toFixed(2))],
            [`${work}, times`, Number((cost / medianOf(smallest ?? [], work)).toFixed(2))],
          ]
        }),
      ),
    }))
  } finally {
    for (const { close } of pools) await close()
  }
}

/** Milliseconds of the server's processor time for each piece of work. */
type Costs = Readonly<Record<string, number>>

const medianOf = (costs: readonly Costs[], work: string) =>
  costs.map((cost) => cost[work] ?? 0).sort((one, other) => one - other)[costs.length >> 1] ?? 0

async function filledPool(peer: Pool, size: (typeof sizes)[number]) {
  const folder = newFolder()
  const empty = await startServer(peer.command(folder, await freePort(0)))
  const pool = await newPool(caller(empty.url))
  await newUsers(caller(empty.url), pool.userPoolId, people)
  await empty.close()
  fill(join(folder, 'pool.sqlite'), pool.clientId, size)

  const server = await startServer(peer.command(folder, await freePort(0)))
  const { call, signIn } = await peopleOf(server.url, pool, peer.hasSrp)
  const refreshToken = await signIn(0)
  let PaginationToken: string | undefined
  const UserPoolId = pool.userPoolId
  const works: Readonly<Record<string, (person: number) => Promise<unknown>>> = {
    'sign-in': signIn,
    refresh: () =>
      call('InitiateAuth', {
        ClientId: pool.clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    'page of ListUsers': async () => {
      const page = await call<{ PaginationToken?: string }>('ListUsers', {
        UserPoolId,
        Limit: 50,
        PaginationToken,
      })
      PaginationToken = page.PaginationToken
    },
    'ListUsers by e-mail': (person) =>
      call('ListUsers', { UserPoolId, Filter: `email = "${emailOf(person)}"` }),
  }
  return {
    size,
    costs: [] as Costs[],
    async measure(): Promise<Costs> {
      const costs: Record<string, number> = {}
      for (const [name, work] of Object.entries(works)) {
        await server.used()
        const { done } = await load(work, { people: atOnce, most: perRound, duration: 5_000 })
        costs[name] = (await server.used()).processor / done
      }
      return costs
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * Puts users and sessions beside those that are there: copies of one of them, with names of their own. Nobody knows
 * their passwords, since a verifier is made of the name too.
 */
function fill(file: string, clientId: string, { users, sessions }: (typeof sizes)[number]): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN')
  const numbers =
    'WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers LIMIT ?)'
  const uuid = "printf('%08x-0000-4000-8000-000000000000', number)"
  const run = (sql: string, count: number) => count > 0 && database.prepare(`${numbers} ${sql}`).run(count)
  run(
    `INSERT INTO users (pool_id, username, sub, status, enabled, salt, verifier, attributes, created_at, modified_at)
     SELECT pool_id, ${uuid}, ${uuid}, status, enabled, salt, verifier,
       json_set(attributes, '$.sub', ${uuid}, '$.email', 'other-' || number || '@example.com'), created_at, modified_at
     FROM numbers, (SELECT * FROM users LIMIT 1)`,
    users - people,
  )
  run(
    `INSERT INTO logins SELECT id, ${uuid}, ${uuid} FROM numbers, user_pools
     UNION ALL SELECT id, 'other-' || number || '@example.com', ${uuid} FROM numbers, user_pools`,
    users - people,
  )
  run(
    `INSERT INTO sign_ins (origin_jti, pool_id, client_id, username, auth_time, expires_at)
     SELECT ${uuid}, pool_id, '${clientId}', username, auth_time, auth_time + 86400000
     FROM numbers, (SELECT *, created_at AS auth_time FROM users LIMIT 1)`,
    sessions,
  )
  run(`INSERT INTO refresh_tokens (hash, origin_jti) SELECT ${uuid}, ${uuid} FROM numbers`, sessions)
  database.exec('COMMIT')
  database.close()
}
