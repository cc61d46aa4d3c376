import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackage } from '../scripts/build-package.ts'
import { root } from '../scripts/run.ts'
import { installPeers } from './peers.ts'
import type { Command } from './server.ts'

/** What is measured: a local user pool, ours or another. */
export interface Pool {
  readonly name: string
  /** Whether it knows SRP; one that does not is asked with the password itself. */
  readonly hasSrp: boolean
  /** How it is started, with its data in that folder. */
  command(folder: string, port: number): Command
}

/** Not in Git. */
const ownFolder = join(root, 'bench/.pool')

/** The module of ours, where `installedPools()` has put it. */
export const ownEntry = join(ownFolder, 'index.js')

/**
 * Ours as it is published, and the others that can be installed. moto (Python) and those that need Docker or Go are not
 * fetched here.
 */
export async function installedPools(): Promise<Pool[]> {
  return [own(), ...(await cognitoLocal())]
}

function own(): Pool {
  rmSync(ownFolder, { recursive: true, force: true })
  buildPackage(join(root, 'packages/local-user-pool'), ownFolder)
  return {
    name: 'local-user-pool',
    hasSrp: true,
    command: (folder, port) => ({
      script: [
        join(ownFolder, 'doors/cli.js'),
        '--port',
        `${port}`,
        '--storage',
        join(folder, 'pool.sqlite'),
        '--seed',
        'none',
      ],
      folder,
      ready: /ready at (\S+)/,
    }),
  }
}

async function cognitoLocal(): Promise<Pool[]> {
  const folder = await installPeers('pools', { 'cognito-local': '5.3.0' }).catch(({ message }: Error) =>
    console.log(`${message} It is left out.`),
  )
  if (!folder) return []
  return [
    {
      name: 'cognito-local 5.3.0',
      hasSrp: false,
      command: (data, port) => ({
        script: [join(folder, 'node_modules/cognito-local/lib/bin/start.js')],
        folder: data,
        environment: { PORT: `${port}`, HOST: '127.0.0.1' },
        ready: /running on (http:[\w.:/]+)/,
      }),
    },
  ]
}

/** A new folder for a server's data; whoever made it deletes it. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'pool-bench-'))
