import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { exampleSeed } from '@genkan/local-user-pool'
import { call } from './calls.ts'
import { damages, halfDone } from './database-file.ts'
import { command, type PoolProcessOptions, startPool } from './pool-process.ts'
import type { Trial } from './trial.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

/** A user who may write nothing here: nobody, where root runs this, whom no permission stops. */
const nobody = 65534

/**
 * Files that cannot be used, and disks that are full. What cannot be used is refused at the start: a line that says what
 * to do, the status 1, and nothing changed. A disk that is full later costs the requests that write, and nothing else.
 */
export const trial: Trial = async (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  chmodSync(folder, 0o755)
  try {
    const good = join(folder, 'good.sqlite')
    await (async () => {
      const pool = startPool(['--storage', good])
      await signUps(await pool.ready, 20)
      await pool.end()
    })()
    const refusals = await refused(folder, good)
    const made = await madeWithItsFolders(folder)
    const limited = await fullByLimit(folder)
    const full = size === 'whole' ? await fullDisk(folder) : { figures: [], faults: [] }
    return {
      figures: [...refusals.figures, ...limited.figures, ...full.figures],
      faults: [...refusals.faults, ...made, ...limited.faults, ...full.faults],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A file that is no good, and what is said about it. */
interface Bad {
  readonly what: string
  readonly file: string
  readonly says: string
  readonly options?: PoolProcessOptions
}

async function refused(folder: string, good: string) {
  const holder = startPool(['--storage', join(folder, 'held.sqlite')])
  await holder.ready
  const { bads, notTried } = badFiles(folder, good)
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
    { what: 'noise', file: written('noise', noisy(0)), says: 'is not a database of' },
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
      { what: 'a folder that may not be made', file: join(locked, 'new/new.sqlite'), says, options },
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

async function madeWithItsFolders(folder: string): Promise<string[]> {
  const file = join(folder, 'not/yet/there.sqlite')
  const pool = startPool(['--storage', file])
  await pool.ready
  await pool.end()
  return existsSync(file) ? [] : ['Missing folders are not made.']
}

interface SignUps {
  readonly answered: readonly string[]
  readonly refused: readonly string[]
}

/** Signs people up, until so many were refused; who is refused for another reason than the disk is a fault. */
async function signUps(url: string, most: number, untilRefused = Infinity): Promise<SignUps> {
  const answered: string[] = []
  const refused: string[] = []
  for (let index = 0; index < most && refused.length < untilRefused; index += 1) {
    const Username = `${crypto.randomUUID()}@example.com`
    const UserAttributes = [{ Name: 'name', Value: '満'.repeat(500) }]
    const input = { ClientId, Username, Password: 'Genkan-2026', UserAttributes }
    const { status, outcome, body } = await call(url, 'SignUp', input)
    if (outcome === 'ok') answered.push(Username)
    else if (status === 500 && outcome === 'InternalErrorException') refused.push(Username)
    else throw new Error(`A sign-up is answered by ${outcome}: ${body.message}`)
  }
  return { answered, refused }
}

/** Whether those who were answered are there, and those who were refused are not. */
async function kept(url: string, { answered, refused }: SignUps): Promise<string[]> {
  const outcome = async (Username: string) =>
    (await call(url, 'AdminGetUser', { UserPoolId, Username })).outcome
  const faults: string[] = []
  for (const Username of answered) {
    if ((await outcome(Username)) !== 'ok') faults.push(`${Username} was answered, and is lost.`)
  }
  for (const Username of refused) {
    if ((await outcome(Username)) === 'ok') faults.push(`${Username} was refused, and is there.`)
  }
  return faults
}

/** What was said on stderr must be lines for a person. */
const unclear = (complaints: string) =>
  complaints
    .trim()
    .split('\n')
    .filter((line) => !/^local-user-pool: SignUp failed\. The database .* cannot be used: /.test(line))
    .map((line) => `On a full disk, the pool says: ${line}`)

/** No file may be longer than a limit: a full disk that anybody can have. SQLite hears EFBIG of it. */
async function fullByLimit(folder: string) {
  const file = join(folder, 'limited.sqlite')
  const limited = startPool(['--storage', file], {
    program: ['sh', '-c', 'ulimit -f 2048 && exec "$@"', 'sh', process.execPath],
  })
  const url = await limited.ready
  const people = await signUps(url, 2000, 5)
  const faults = [...(await kept(url, people)), ...unclear(limited.complaints())]
  const { code } = await limited.end()
  if (code !== 0) faults.push(`At its limit, the pool ends with ${code}.`)
  faults.push(...damages(file), ...halfDone(file))
  const again = startPool(['--storage', file])
  faults.push(...(await kept(await again.ready, people)))
  const later = await signUps(await again.ready, 5)
  if (later.answered.length < 5) faults.push('Without the limit, people are still refused.')
  await again.end()
  return {
    figures: [
      { what: 'people who fitted below the limit of a file', count: people.answered.length },
      { what: '… refused above it', count: people.refused.length },
    ],
    faults,
  }
}

/** A small disk of its own, for which one has to be root. */
async function fullDisk(folder: string) {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status !== 0) {
    return { figures: [{ what: 'not tried', count: 'a full disk: no disk may be mounted here' }], faults: [] }
  }
  try {
    const file = join(disk, 'pool.sqlite')
    const filler = join(disk, 'filler')
    const pool = startPool(['--storage', file])
    const url = await pool.ready
    const before = await signUps(url, 5)
    // All that is free: a file that is too long is written as far as it goes.
    try {
      writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024))
    } catch {
      // There is no space for the rest of it, as was wished.
    }
    const full = await signUps(url, 2000, 20)
    rmSync(filler)
    const after = await signUps(url, 20)
    const people = {
      answered: [...before.answered, ...full.answered, ...after.answered],
      refused: [...full.refused, ...after.refused],
    }
    const faults = [...(await kept(url, people)), ...unclear(pool.complaints())]
    if (full.refused.length < 20) faults.push('A full disk refused nobody.')
    if (after.refused.length > 0) faults.push('There is space again, and people are still refused.')
    await pool.kill()
    faults.push(...damages(file), ...halfDone(file))
    const again = startPool(['--storage', file])
    faults.push(...(await kept(await again.ready, people)))
    await again.end()
    return {
      figures: [
        { what: 'people answered before, on and after the full disk', count: people.answered.length },
        { what: '… refused while it was full', count: full.refused.length },
      ],
      faults,
    }
  } finally {
    spawnSync('umount', [disk])
  }
}
