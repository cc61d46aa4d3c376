import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { migrations } from './migrations/index.ts'
import { DatabaseUnusableError, damaged, unusable } from './unusable.ts'

export { DatabaseUnusableError }

/** Where the data lives: a file, or memory for as long as the process runs. */
export type Location = { readonly file: string } | 'memory'

/**
 * SQLite, opened for one process alone, with statements that are prepared once. Where the disk or the file is to blame
 * for an error, it is a `DatabaseUnusableError`, at whatever moment.
 */
export class Database {
  readonly #location: Location
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, Statement>()
  /** How often something was written to a table; under `''`, to whichever. */
  readonly #writes = new Map<string, number>()
  #afterCommit: (() => void)[] = []
  /** Kept here, because SQLite tells it only from Node 22.16 on. */
  #isInTransaction = false

  /** @param version of the schema that a new database begins with; the newest unless it is to be filled from an older one */
  constructor(location: Location, version = newestVersion) {
    this.#location = location
    this.#connection = open(location)
    try {
      if (location === 'memory' && version === newestVersion) fillWithSchema(this.#connection)
      else migrate(this.#connection, version)
    } catch (error) {
      this.#connection.close()
      throw this.#explained(error)
    }
  }

  /** The first row, or undefined. Columns are named as the record's members are (`AS poolId`). */
  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    try {
      return this.#prepared(sql).get(...values) as Row | undefined
    } catch (error) {
      throw this.#explained(error)
    }
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    try {
      return this.#prepared(sql).all(...values) as Row[]
    } catch (error) {
      throw this.#explained(error)
    }
  }

  /** Runs a statement; answers how many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    try {
      return Number(this.#prepared(sql).run(...values).changes)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  /** Goes up when something may have been written to one of the tables. */
  writes(tables: readonly string[]): number {
    return tables.reduce((sum, table) => sum + (this.#writes.get(table) ?? 0), this.#writes.get('') ?? 0)
  }

  /** All of the work or nothing. The work is synchronous, so nothing else runs between its statements. */
  transaction<Result>(work: () => Result): Result {
    if (this.#isInTransaction) return work()
    try {
      this.#prepared('BEGIN IMMEDIATE').run()
      this.#isInTransaction = true
      const result = work()
      this.#prepared('COMMIT').run()
      this.#isInTransaction = false
      for (const follow of this.#afterCommit) follow()
      return result
    } catch (error) {
      if (this.#isInTransaction) this.#rollBack()
      throw this.#explained(error)
    } finally {
      this.#isInTransaction = false
      this.#afterCommit = []
    }
  }

  /** Does something once what is being written is certain: at the end of the transaction, or now where there is none. */
  afterCommit(work: () => void): void {
    if (this.#isInTransaction) this.#afterCommit.push(work)
    else work()
  }

  /** Brings the schema up to date. */
  migrate(): void {
    this.#wrote('')
    migrate(this.#connection, newestVersion)
  }

  /** A new database in memory, with the schema that was the newest once. */
  another(version: number): Database {
    return new Database('memory', version)
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  #explained(error: unknown): unknown {
    return this.#location === 'memory' ? error : unusable(this.#location.file, error)
  }

  #rollBack(): void {
    this.#wrote('')
    try {
      this.#connection.exec('ROLLBACK')
    } catch {
      // After some errors, a full disk for one, SQLite has done so by itself and finds nothing to roll back.
    }
  }

  #prepared(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#prepare(sql)
    if (statement.table !== undefined) this.#wrote(statement.table)
    return statement.prepared
  }

  #prepare(sql: string): Statement {
    const statement = { prepared: this.#connection.prepare(sql), table: tableWritten(sql) }
    this.#statements.set(sql, statement)
    return statement
  }

  #wrote(table: string): void {
    this.#writes.set(table, (this.#writes.get(table) ?? 0) + 1)
  }
}

interface Statement {
  readonly prepared: StatementSync
  /** What it writes to; `''` for any. */
  readonly table: string | undefined
}

/** What is deleted takes what refers to it along, from whichever table. */
function tableWritten(sql: string): string | undefined {
  if (/^(?:DELETE|INSERT OR REPLACE)/.test(sql)) return ''
  return /^(?:INSERT INTO|UPDATE) (\w+)/.exec(sql)?.[1]
}

type Value = string | number | null

function open(location: Location): DatabaseSync {
  if (location === 'memory') return new DatabaseSync(':memory:', { enableForeignKeyConstraints: true })
  const { file } = location
  let connection: DatabaseSync | undefined
  try {
    // Keys, codes and temporary passwords are in it: for its owner alone. SQLite's own files beside it follow suit.
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    checkAccess(file)
    connection = new DatabaseSync(file, { enableForeignKeyConstraints: true })
    // Exclusive, because two pools on one file would each believe that it is theirs alone.
    connection.exec('PRAGMA locking_mode = EXCLUSIVE')
    // Before anything is written to it: what is refused stays as it is, to the last byte.
    check(file, connection)
    // With a write-ahead log and NORMAL every acknowledged write survives the end of the process at any moment. When the
    // machine loses its power, the last ones may be gone; what is there is whole.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    return connection
  } catch (error) {
    connection?.close()
    throw unusable(file, error)
  }
}

/**
 * What SQLite would tell in fewer words. It is not opened for that: to close it again would let go of the lock of another
 * pool of this process, as POSIX has it, and let other processes in.
 */
function checkAccess(file: string): void {
  accessSync(file, constants.R_OK | constants.W_OK)
  if (statSync(file).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
}

const smallEnoughToCheck = 32 * 1024 * 1024

/** @throws DatabaseUnusableError where it is not a pool's, a newer pool's, or damaged */
function check(file: string, connection: DatabaseSync): void {
  const ask = (sql: string) => Object.values(connection.prepare(sql).get() ?? {})[0]
  const tables = Number(ask('SELECT count(*) FROM sqlite_schema'))
  // Other programs number their schemas, too.
  if (tables > 0 && !ask("SELECT 1 FROM sqlite_schema WHERE name = 'user_pools'")) {
    throw new DatabaseUnusableError(
      `The database ${file} was not written by a local user pool. Name another file.`,
    )
  }
  if (Number(ask('PRAGMA user_version')) > newestVersion) {
    throw new DatabaseUnusableError(
      `The database ${file} was written by a newer version of the local user pool. Use that one, or name another file.`,
    )
  }
  // It reads the whole file, at two milliseconds a megabyte or more: minutes where there are a million users. In a large
  // file a broken page is found when it is met. Texts that were changed are not found either way.
  if (statSync(file).size > smallEnoughToCheck) return
  const found = ask('PRAGMA quick_check(1)')
  if (found !== 'ok') throw damaged(file, String(found))
}

/** The version of the schema that this code works with. */
export const newestVersion = migrations.length

function migrate(connection: DatabaseSync, upTo: number): void {
  const { user_version: version } = connection.prepare('PRAGMA user_version').get() as {
    user_version: number
  }
  for (const [index, migration] of migrations.slice(0, upTo).entries()) {
    if (index >= version) connection.exec(`BEGIN; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

/**
 * What the migrations have made of the first database in memory, before there was a row in it. The others of the process
 * begin with a copy, in a tenth of the time; such a copy holds 1 GB at most.
 */
let image: Uint8Array | undefined

function fillWithSchema(connection: DatabaseSync): void {
  if (image) {
    connection.deserialize(image)
    return
  }
  migrate(connection, newestVersion)
  // Node has both from 24.16 on. Without them each is migrated.
  image = connection.serialize?.()
}
