import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/run.ts'

/**
 * Installs packages that only a benchmark needs, into a folder of their own that is kept for the next time: none of
 * them is a dependency of this project. Answers the folder; its `node_modules` has them.
 *
 * @param dependencies by name, in exactly these versions
 */
export async function installPeers(
  name: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(root, 'bench/.peers', name)
  const manifest = join(folder, 'package.json')
  const wanted = JSON.stringify({ private: true, dependencies }, null, 2)
  if (existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted) return folder
  mkdirSync(folder, { recursive: true })
  if (Object.keys(dependencies).length === 0) return folder
  writeFileSync(manifest, '{ "private": true }')
  console.log(`Installing ${Object.keys(dependencies).join(', ')} into bench/.peers/${name} …`)
  const packages = Object.entries(dependencies).map(([dependency, version]) => `${dependency}@${version}`)
  const npm = spawn(
    'npm',
    [
      'install',
      '--save-exact',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...packages,
    ],
    { cwd: folder, shell: process.platform === 'win32', stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const [code] = await once(npm, 'exit')
  if (code !== 0) throw new Error(`npm could not install ${packages.join(', ')}.`)
  // Only now: an install that was broken off is begun again.
  writeFileSync(manifest, wanted)
  return folder
}
