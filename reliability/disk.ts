import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleSeed } from '@genkan/local-user-pool'
import { call } from './calls.ts'
import { damages, halfDone } from './database-file.ts'
import { startPool } from './pool-process.ts'
import type { Trial } from './trial.ts'
import { refused } from './unusable-files.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

/**
 * Files that cannot be used, and disks that are full. What cannot be used is refused at the start: a line that says what
 * to do, the status 1, and nothing changed. A disk that is full later costs the requests that write, and nothing else.
 */
export const trial: Trial = async (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  chmodSync(folder, 0o755)
  try {
    const refusals = await refused(folder, await goodFile(folder), size)
    const limited = await fullByLimit(folder)
    const full = size === 'whole' ? await fullDisk(folder) : { figures: [], faults: [] }
    return {
      figures: [...refusals.figures, ...limited.figures, ...full.figures],
      faults: [...refusals.faults, ...limited.faults, ...full.faults],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The file of a pool that was ended as it should be, made with the folders that lead to it. */
async function goodFile(folder: string): Promise<string> {
  const file = join(folder, 'not/yet/there/good.sqlite')
  const pool = startPool(['--storage', file])
  await signUps(await pool.ready, 20)
  await pool.end()
  return file
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
