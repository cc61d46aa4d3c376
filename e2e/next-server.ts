import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../scripts/run.ts'
import { inTurn } from './turns.ts'

/** An app of Next.js that runs on a server of its own. */
export interface NextServer {
  /** Moves the server's clock on. */
  wait(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/**
 * Builds an app of Next.js and starts a copy of it, so that another run can build while this one still visits.
 *
 * @param folder from the root
 * @param environment what the server reads; the build has none of it
 */
export async function startNext(
  folder: string,
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<NextServer> {
  const copy = join(root, 'node_modules/.cache', `genkan-server-${process.pid}`)
  await inTurn(async () => {
    if (!(await run('next/dist/bin/next', ['build'], { folder })))
      throw new Error(`The build of ${folder} failed.`)
    const cache = join(root, folder, '.next/cache')
    cpSync(join(root, folder, '.next'), join(copy, '.next'), {
      recursive: true,
      filter: (source) => source !== cache,
    })
  })
  const clock = join(import.meta.dirname, 'movable-clock.mjs')
  const server = spawn(
    process.execPath,
    [
      '--import',
      clock,
      join(root, 'node_modules/next/dist/bin/next'),
      'start',
      copy,
      '--hostname',
      'localhost',
      '--port',
      String(port),
    ],
    {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`next start ended:\n${said}`)))
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ready in')) resolve()
      })
    }
  })
  return {
    async wait(milliseconds) {
      const heard = once(server, 'message')
      server.send(milliseconds)
      await heard
    },
    async close() {
      await ended(server)
      rmSync(copy, { recursive: true })
    },
  }
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = once(server, 'exit')
  server.kill()
  await exit
}
