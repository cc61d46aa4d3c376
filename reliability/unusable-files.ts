import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { command, type PoolProcessOptions, startPool } from './pool-process.ts'
import type { Size } from './trial.ts'

/** A user who may write nothing here: nobody, where root runs this, whom no permission stops. */
const nobody = 65534

/** A file that is no good, and what is said about it. */
interface Bad {
  readonly what: string
  readonly file: string
  readonly says: string
  readonly options?: PoolProcessOptions
  /** Another one is much like it; the quick form does without. */
  readonly isAlike?: true
}

/** Starts the pool on each, with the file of a good one to spoil. */
export async function refused(folder: string, good: string, size: Size) {
  const holder = startPool(['--storage', join(folder, 'held.sqlite')])
  await holder.ready
  const { bads: all, notTried } = badFiles(folder, good)
  const bads = all.filter(({ isAlike }) => size === 'whole' || !isAlike)
  const outcomes = bads.map(async ({ what, file, says, options }) => {
    const before = stateOf(file)
    const { code, said } = await startedInVain(file, options)
    const faults: string[] = []
    if (code !== 1) faults.push(`${what}: ends with ${code}, not 1`)
    if (!said.includes(says)) faults.push(`${what}: says ${said}`)
    if (said.trim().split('\n').length > 1) faults.push(`${what}: says more than a line: ${said}`)
    if (stateOf(file) !== before) faults.push(`${what}: is not what it was`)
    return faults
  })
  const faults = (await Promise.all(outcomes)).flat()
  await holder.end()
  return {
    figures: [
      { what: 'files and folders that cannot be used, refused', count: bads.length },
      ...notTried.map((reason) => ({ what: 'not tried', count: reason })),
    ],
    faults,
  }
}

async function startedInVain(file: string, options: PoolProcessOptions = {}) {
  const pool = startPool(['--storage', file], options)
  const ready = await pool.ready.then(
    () => true,
    () => false,
  )
  return ready ? { ...(await pool.end()), said: 'that it is ready' } : pool.ended
}

/** The bytes of a file, and what lies beside it under a name that begins with its. */
function stateOf(file: string): string {
  if (!existsSync(file) || statSync(file).isDirectory()) return 'no file'
  const beside = readdirSync(join(file, '..')).filter((name) => join(file, '..', name).startsWith(file))
  return `${beside} ${readFileSync(file, 'base64')}`
}

function badFiles(folder: string, good: string): { bads: Bad[]; notTried: string[] } {
  const bytes = readFileSync(good)
  const written = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const database = (name: string, sql: string) => {
    const file = join(folder, name)
    const connection = new DatabaseSync(file)
    connection.exec(sql)
    connection.close()
    return file
  }
  const noisy = (page: number) => {
    const noise = Buffer.from(bytes)
    crypto.getRandomValues(noise.subarray(page * 4096, (page + 1) * 4096))
    return noise
  }
  const newer = join(folder, 'newer.sqlite')
  copyFileSync(good, newer)
  database('newer.sqlite', 'PRAGMA user_version = 9999')
  const damaged = 'cannot be used: it is damaged. Put a copy of it in its place, or name another file.'
  const bads: Bad[] = [
    {
      what: 'a letter',
      file: written('letter.txt', 'Dear Hanako, '.repeat(500)),
      says: 'is not a database of',
    },
    { what: 'noise', file: written('noise', noisy(0)), says: 'is not a database of', isAlike: true },
    {
      what: 'a database of something else',
      file: database('other.sqlite', 'CREATE TABLE users (name TEXT); PRAGMA user_version = 3'),
      says: 'was not written by a local user pool. Name another file.',
    },
    { what: 'a database of a newer version', file: newer, says: 'was written by a newer version' },
    {
      what: 'a database cut off',
      file: written('cut.sqlite', bytes.subarray(0, bytes.length / 2)),
      says: damaged,
    },
    ...[1, 38].map((page) => ({
      what: `a database whose page ${page} is noise`,
      file: written(`noisy-${page}.sqlite`, noisy(page)),
      says: damaged,
      ...(page === 1 && { isAlike: true as const }),
    })),
    {
      what: 'a database that another process has open',
      file: join(folder, 'held.sqlite'),
      says: 'another process has it open. End that one first',
    },
    { what: 'a folder', file: folder, says: 'it is a folder. Name a file.' },
    {
      what: 'a file in the place of a folder',
      file: join(good, 'pool.sqlite'),
      says: 'a folder of that name cannot be made. Name another file.',
      isAlike: true,
    },
  ]
  const options = mayWriteNothing()
  if (!options) return { bads, notTried: ['read-only files: root runs this, and nobody may not read it'] }
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  copyFileSync(good, join(locked, 'good.sqlite'))
  chmodSync(join(locked, 'good.sqlite'), 0o444)
  chmodSync(locked, 0o555)
  const says = 'this process may not write it and its folder. Allow that, or name another file.'
  return {
    bads: [
      ...bads,
      { what: 'a file that may be read alone', file: join(locked, 'good.sqlite'), says, options },
      { what: 'a folder that may be read alone', file: join(locked, 'new.sqlite'), says, options },
      {
        what: 'a folder that may not be made',
        file: join(locked, 'new/new.sqlite'),
        says,
        options,
        isAlike: true,
      },
    ],
    notTried: [],
  }
}

/** How a process is started that permissions stop; undefined where there is no way. */
function mayWriteNothing(): PoolProcessOptions | undefined {
  if (process.getuid?.() !== 0) return {}
  const { status } = spawnSync(process.execPath, [command, '--help'], { uid: nobody, gid: nobody })
  return status === 0 ? { uid: nobody } : undefined
}
