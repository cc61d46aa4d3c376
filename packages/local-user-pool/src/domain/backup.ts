import { isRecord } from '../core/record.ts'
import { newestVersion } from '../storage/database.ts'
import {
  empty,
  putSnapshot,
  type Snapshot,
  SnapshotUnusableError,
  takeSnapshot,
} from '../storage/snapshot.ts'
import type { World } from './world.ts'

/**
 * All pools of a database as JSON: settings, app clients, groups and users with their factors. A password is in it as
 * salt and verifier alone. What is under way is not: sessions, codes, the inbox, locks. Nor are the keys that sign
 * tokens: whoever reads the file cannot make any.
 */
export interface Backup {
  readonly format: 'local-user-pool'
  /** Of the tables: a newer pool takes an older version. */
  readonly version: number
  readonly tables: Snapshot
}

/** A backup that cannot be used; the message says why. */
export class UnusableBackupError extends Error {
  override readonly name = 'UnusableBackupError'
}

export function exported({ database }: World): Backup {
  return { format: 'local-user-pool', version: newestVersion, tables: takeSnapshot(database) }
}

/**
 * Puts a backup in the place of all that the database holds. The keys that sign tokens stay.
 *
 * @throws UnusableBackupError, with nothing changed
 */
export function imported({ database }: World, backup: Readonly<Record<string, unknown>>): void {
  const { format, version, tables } = backup as Partial<Backup>
  if (format !== 'local-user-pool') {
    throw new UnusableBackupError(
      'It is not an export of a local user pool: its format is not "local-user-pool".',
    )
  }
  if (!Number.isInteger(version) || Number(version) < 1) {
    throw new UnusableBackupError('version must be a whole number from 1.')
  }
  if (Number(version) > newestVersion) {
    throw new UnusableBackupError('It was exported by a newer version of the local user pool.')
  }
  checkTables(tables)
  try {
    putSnapshot(database, tables, Number(version))
  } catch (error) {
    if (error instanceof SnapshotUnusableError) throw new UnusableBackupError(error.message)
    throw error
  }
}

/** Takes out all that the database holds, but for the keys that sign tokens, and does the work in the same step. */
export function emptied({ database }: World, work: () => void): void {
  database.transaction(() => {
    empty(database)
    work()
  })
}

function checkTables(tables: unknown): asserts tables is Snapshot {
  if (!isRecord(tables)) throw new UnusableBackupError('tables must be an object.')
  for (const [name, rows] of Object.entries(tables)) {
    if (!Array.isArray(rows) || !rows.every(isRecord)) {
      throw new UnusableBackupError(`tables.${name} must be a list of rows.`)
    }
  }
}
