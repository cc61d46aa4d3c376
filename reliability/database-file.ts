import { cpSync, existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What must not be in the file of a pool, each as a query that finds it. */
const halves: Readonly<Record<string, string>> = {
  'a user without a name to sign in by': `SELECT username FROM users WHERE (pool_id, username) NOT IN
    (SELECT pool_id, username FROM logins)`,
  'a code that was not sent': `SELECT codes.username FROM codes LEFT JOIN inbox
    ON inbox.username = codes.username AND secret = code
    WHERE secret IS NULL AND codes.expires_at - CASE purpose WHEN 'reset' THEN 3600000 ELSE 86400000 END >=
      (SELECT min(sent_at) FROM inbox)`,
  'a confirmed user whose code is still good': `SELECT username FROM codes JOIN users USING (pool_id, username)
    WHERE purpose LIKE 'sign-up:%' AND status = 'CONFIRMED'`,
  'an unconfirmed user without a code': `SELECT username FROM users WHERE status = 'UNCONFIRMED'
    AND username NOT IN (SELECT username FROM codes)`,
  'a sign-in without one refresh token that is good': `SELECT sign_ins.username FROM sign_ins
    LEFT JOIN refresh_tokens ON refresh_tokens.origin_jti = sign_ins.origin_jti AND replaced_at IS NULL
    WHERE hash IS NULL`,
  'a sign-in of nobody': `SELECT username FROM sign_ins WHERE (pool_id, username) NOT IN
    (SELECT pool_id, username FROM users)`,
}

/** Finds what is damaged in the file of a pool. */
export const damages = (file: string): string[] =>
  looking(file, (rows) => [
    ...rows('PRAGMA integrity_check').filter((line) => line !== 'ok'),
    ...rows('PRAGMA foreign_key_check').map((row) => `${row} refers to nothing`),
  ])

/** Finds what people did and is there in part. */
export const halfDone = (file: string): string[] =>
  looking(file, (rows) =>
    Object.entries(halves).flatMap(([what, sql]) => rows(sql).map((row) => `${what}: ${row}`)),
  )

/** How many rows each of these tables has. */
export const countsOf = (file: string, tables: readonly string[]): Record<string, number> =>
  looking(file, (rows) =>
    Object.fromEntries(tables.map((table) => [table, Number(rows(`SELECT count(*) FROM ${table}`)[0])])),
  )

/** Looks into a copy, so that the pool itself finds the file as it was left. */
function looking<Found>(file: string, look: (rows: (sql: string) => string[]) => Found): Found {
  const copy = `${file}.copy`
  const suffixes = ['', '-wal']
  for (const suffix of suffixes) {
    if (existsSync(`${file}${suffix}`)) cpSync(`${file}${suffix}`, `${copy}${suffix}`)
  }
  const database = new DatabaseSync(copy)
  try {
    return look((sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row).join(' ')),
    )
  } finally {
    database.close()
    for (const suffix of [...suffixes, '-shm']) rmSync(`${copy}${suffix}`, { force: true })
  }
}
