import { type Database, newestVersion } from './database.ts'

/** Rows by the name of their table. A text that is a JSON document is that document here. */
export type Snapshot = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** A snapshot that the tables do not take; the message says where. */
export class SnapshotUnusableError extends Error {
  override readonly name = 'SnapshotUnusableError'
}

/** Settings and people: what is worth taking elsewhere. */
export const kept: readonly string[] = [
  'user_pools',
  'user_pool_clients',
  'user_pool_groups',
  'users',
  'logins',
  'group_members',
  'devices',
  'passkeys',
  'pool_documents',
  'provisioned_limits',
]

/** What belongs to the moment (a code, a session, a lock), and the secrets that this database made for itself. */
export const left: readonly string[] = [
  'keys',
  'challenges',
  'codes',
  'sign_ins',
  'refresh_tokens',
  'login_sessions',
  'failures',
  'attempts',
  'inbox',
  'import_jobs',
  'auth_events',
]

/** The names of the tables that a database has. */
export function tablesOf(database: Database): string[] {
  return database
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .map(({ name }) => name)
}

/** What is kept of a database. */
export function takeSnapshot(database: Database): Snapshot {
  const tables = tablesOf(database).filter((name) => kept.includes(name))
  return Object.fromEntries(
    tables.map((name) => [name, database.all<Row>(`SELECT * FROM ${name}`).map(decoded)]),
  )
}

/**
 * Puts a snapshot in the place of all that a database holds, but for the secrets that it made for itself.
 *
 * @param version of the schema that the snapshot was taken from; an older one is brought up to date
 * @throws SnapshotUnusableError where the rows do not fit, with nothing changed
 */
export function putSnapshot(database: Database, snapshot: Snapshot, version: number): void {
  const current = version === newestVersion ? snapshot : upToDate(database, snapshot, version)
  database.transaction(() => {
    empty(database)
    insert(database, current)
  })
}

/** Takes everything out, but for the secrets that the database made for itself. */
export function empty(database: Database): void {
  for (const name of tablesOf(database)) if (name !== 'keys') database.run(`DELETE FROM ${name}`)
}

/** The migrations that the snapshot has not seen run on a database of its own. */
function upToDate(database: Database, snapshot: Snapshot, version: number): Snapshot {
  const past = database.another(version)
  try {
    past.transaction(() => insert(past, snapshot))
    past.migrate()
    return takeSnapshot(past)
  } finally {
    past.close()
  }
}

function insert(database: Database, snapshot: Snapshot): void {
  // Rows refer to each other, and are looked at together when all of them are in.
  database.run('PRAGMA defer_foreign_keys = ON')
  const tables = tablesOf(database).filter((name) => kept.includes(name))
  for (const [table, rows] of Object.entries(snapshot)) {
    if (!tables.includes(table)) throw new SnapshotUnusableError(`There is no table ${table}.`)
    const columns = new Set(
      database.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name),
    )
    for (const [index, row] of rows.entries()) {
      const place = `${table}[${index}]`
      const names = Object.keys(row)
      const unknown = names.find((name) => !columns.has(name))
      if (unknown !== undefined) throw new SnapshotUnusableError(`${place}.${unknown} is unknown.`)
      const text = names.find((name) => documents.has(name) && !(row[name] instanceof Object))
      if (text !== undefined)
        throw new SnapshotUnusableError(`${place}.${text} must be a JSON object or list.`)
      // SQLite would keep it, but not give it back.
      const large = names.find((name) => Number.isInteger(row[name]) && !Number.isSafeInteger(row[name]))
      if (large !== undefined) throw new SnapshotUnusableError(`${place}.${large} is too large a number.`)
      const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      fitting(place, () => database.run(sql, ...Object.values(row).map(encoded)))
    }
  }
  const broken = database.all<{ table: string }>('PRAGMA foreign_key_check')
  if (broken[0])
    throw new SnapshotUnusableError(`A row of ${broken[0].table} belongs to something that is not there.`)
}

/** The columns that are JSON documents always, not by chance. */
const documents = new Set(['document', 'attributes', 'factors', 'former_passwords', 'transports'])

function fitting(place: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SnapshotUnusableError(`${place} does not fit: ${reason}.`, { cause: error })
  }
}

type Row = Record<string, string | number | null>

const decoded = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, documentOf(value) ?? value]))

/** The document that a text is, if it is one and comes back as the same text. */
function documentOf(value: Row[string]): object | undefined {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return undefined
  try {
    const document = JSON.parse(value)
    return JSON.stringify(document) === value ? document : undefined
  } catch {
    return undefined
  }
}

function encoded(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value
  return JSON.stringify(value) ?? null
}
