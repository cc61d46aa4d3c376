import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackage } from '../scripts/build-package.ts'
import { root } from '../scripts/run.ts'
import type { Command } from './server.ts'

/** What is measured: a local user pool, ours or another. */
export interface Peer {
  readonly name: string
  /** Whether it knows SRP; one that does not is asked with the password itself. */
  readonly hasSrp: boolean
  /** How it is started, with its data in that folder. */
  command(folder: string, port: number): Command
}

/** Outside of the workspaces, and not in Git. */
const peerFolder = join(root, 'bench/.peers')
const ownFolder = join(root, 'bench/.pool')

/** The module of ours, where `installedPeers()` has put it. */
export const ownEntry = join(ownFolder, 'index.js')

/**
 * Ours as it is published, and the others that can be installed. moto (Python) and those that need Docker or Go are not
 * fetched here.
 */
export function installedPeers(): Peer[] {
  return [own(), ...cognitoLocal()]
}

function own(): Peer {
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

function cognitoLocal(): Peer[] {
  const script = join(peerFolder, 'node_modules/cognito-local/lib/bin/start.js')
  if (!existsSync(script) && !installed('cognito-local@5.3.0')) return []
  return [
    {
      name: 'cognito-local 5.3.0',
      hasSrp: false,
      command: (folder, port) => ({
        script: [script],
        folder,
        environment: { PORT: `${port}`, HOST: '127.0.0.1' },
        ready: /running on (http:[\w.:/]+)/,
      }),
    },
  ]
}

function installed(name: string): boolean {
  mkdirSync(peerFolder, { recursive: true })
  writeFileSync(join(peerFolder, 'package.json'), '{ "private": true }\n')
  try {
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', name], {
      cwd: peerFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return true
  } catch {
    console.log(`${name} cannot be installed here, and is left out.`)
    return false
  }
}

/** A new folder for a server's data; whoever made it deletes it. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'pool-bench-'))
