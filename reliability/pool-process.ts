import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/run.ts'

export const command = join(root, 'packages/local-user-pool/src/doors/cli.ts')

/** Trials start it hundreds of times; what Node has made of its sources once takes half of a start. */
const compiled = join(tmpdir(), 'local-user-pool-compiled')

/** How a process ended, and all that it has said. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** The command of the local user pool as a process of its own. */
export interface PoolProcess {
  readonly child: ChildProcess
  readonly pid: number
  /** Where it is reached; rejects where it ends before. */
  readonly ready: Promise<string>
  readonly ended: Promise<Ended>
  /** What it has written to stderr so far: errors that are bugs, above all. */
  complaints(): string
  /** SIGKILL: it gets to do nothing more. */
  kill(): Promise<void>
  /** SIGTERM, as whoever runs it ends it. */
  end(): Promise<Ended>
}

export interface PoolProcessOptions {
  /** In the place of `node <command>`, such as a shell that sets a limit first. */
  readonly program?: readonly [string, ...string[]]
  /** Before the command: flags of Node. */
  readonly node?: readonly string[]
  readonly uid?: number
  /** Whether it can be sent messages. */
  readonly speaks?: boolean
}

const running = new Set<ChildProcess>()
// Whatever becomes of a trial, it leaves no process behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts the command at any free port. */
export function startPool(args: readonly string[], options: PoolProcessOptions = {}): PoolProcess {
  const { node = [], uid, speaks = false } = options
  const [program, ...first] = options.program ?? [process.execPath]
  const child = spawn(program, [...first, ...node, command, '--port', '0', ...args], {
    ...(uid !== undefined && { uid, gid: uid }),
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'pipe', ...(speaks ? (['ipc'] as const) : [])],
  })
  running.add(child)
  let said = ''
  let complaints = ''
  let url: string | undefined
  const started = Promise.withResolvers<string>()
  started.promise.catch(() => {})
  child.stdout?.on('data', (chunk) => {
    // Once it is ready it tells of each message that it sends, which nobody reads here.
    if (url !== undefined) return
    said += chunk
    url = /^Local user pool ready at (\S+)$/m.exec(said)?.[1]
    if (url !== undefined) started.resolve(url)
  })
  child.stderr?.on('data', (chunk) => {
    complaints += chunk
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    started.reject(new Error(`The pool did not get ready:\n${said}${complaints}`))
    return { code: code as number | null, said: said + complaints }
  })
  return {
    child,
    pid: child.pid ?? 0,
    ready: started.promise,
    ended,
    complaints: () => complaints,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
