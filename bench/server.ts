import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Used } from './gauge.ts'

/** How a server is started. */
export interface Command {
  /** Of a script for Node, and its arguments. */
  readonly script: readonly string[]
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  /** What it writes when it can be used; the first group is where, if it says so. */
  readonly ready: RegExp
}

/** A server in a process of its own. */
export interface Server {
  readonly url: string
  /** Milliseconds from the start of the process until it said that it can be used. */
  readonly startedIn: number
  /** What it has used since it was last asked. */
  used(): Promise<Used>
  close(): Promise<void>
}

/**
 * Starts a server.
 *
 * @param cores the processor cores that it may use, as `taskset` names them; by default all
 * @param isGauged whether it can be asked what it has used, which makes its start longer
 */
export async function startServer(
  { script, folder, environment = {}, ready }: Command,
  { cores, isGauged = true }: { cores?: string; isGauged?: boolean } = {},
): Promise<Server> {
  const gauge = isGauged ? ['--import', join(import.meta.dirname, 'gauge.ts')] : []
  const [program = '', ...args] = [...pinnedTo(cores), process.execPath, ...gauge, ...script]
  const from = performance.now()
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const url = await announced(child, ready)
  const startedIn = performance.now() - from
  return {
    url,
    startedIn,
    async used() {
      child.send('used')
      const [used] = await once(child, 'message')
      return used as Used
    },
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function announced(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text
      const found = ready.exec(said)
      if (found) resolve(found[1] ?? '')
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`The server ended:\n${said}`)))
  })
}

/** Whether processes can be told which cores to use. */
export const canPin = (() => {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const pinnedTo = (cores: string | undefined) =>
  cores === undefined || !canPin ? [] : ['taskset', '--cpu-list', cores]

/** Keeps this process away from the first cores, as far as there are others. */
export function leaveCores(first: number): void {
  const last = availableParallelismOfMachine - 1
  if (!canPin) return
  const cores = first > last ? `0-${last}` : `${first}-${last}`
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(process.pid)], {
    stdio: 'ignore',
  })
}

const availableParallelismOfMachine = availableParallelism()
