import { isRecord } from '../core/record.ts'
import { newestVersion } from '../storage/database.ts'
import {
  empty,
  putSnapshot,
  type Snapshot,
  SnapshotUnusableError,
  takeSnapshot,
} from '../storage/snapshot.ts'
import { mistyped } from './mistyped.ts'
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
  checkDocuments(tables, Number(version))
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

/** What the model of the API calls a document of each table; those of `pool_documents` by their kind. */
const documents: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  user_pools: 'UserPoolType',
  user_pool_clients: 'UserPoolClientType',
  user_pool_groups: 'GroupType',
  pool_documents: {
    'resource-server': 'ResourceServerType',
    'identity-provider': 'IdentityProviderType',
    domain: 'DomainDescriptionType',
    'ui-customization': 'UICustomizationType',
    branding: 'ManagedLoginBrandingType',
    terms: 'TermsType',
    'risk-configuration': 'RiskConfigurationType',
    'log-delivery': 'LogDeliveryConfigurationType',
    replica: 'UserPoolReplicaType',
  },
}

/** Members by which a document says whose it is, and the columns that say so too. */
const ids: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  user_pools: { Id: 'id' },
  user_pool_clients: { ClientId: 'id', UserPoolId: 'pool_id' },
  user_pool_groups: { GroupName: 'name', UserPoolId: 'pool_id' },
}

/** Members that every document of this version has. */
const always: Readonly<Record<string, readonly string[]>> = {
  user_pools: ['SchemaAttributes', 'Mfa'],
  user_pool_clients: ['Secrets'],
}

/** Operations answer and follow documents as they are, and would trip over what never comes of the API. */
function checkDocuments(tables: Snapshot, version: number): void {
  for (const [table, rows] of Object.entries(tables)) {
    const known = Object.hasOwn(documents, table) ? documents[table] : undefined
    for (const [index, row] of rows.entries()) {
      const { kind, document } = row
      const shape = typeof known === 'object' ? known[String(kind)] : known
      // What is no document at all is refused by the table.
      if (!shape || !(document instanceof Object)) continue
      const place = `${table}[${index}].document`
      const wrong = mistyped(document, shape)
      if (wrong !== undefined)
        throw new UnusableBackupError(`${place}${wrong} is not what the API has there.`)
      const members = document as Readonly<Record<string, unknown>>
      for (const [member, column] of Object.entries(ids[table] ?? {})) {
        if (members[member] === row[column]) continue
        throw new UnusableBackupError(`${place}.${member} is another one than ${column}.`)
      }
      const missing = always[table]?.find((member) => !(members[member] instanceof Object))
      if (missing !== undefined && version === newestVersion) {
        throw new UnusableBackupError(`${place}.${missing} is missing.`)
      }
    }
  }
}
