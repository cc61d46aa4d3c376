// Installs what is missing, once per change of package-lock.json. Runs on whatever Node is there (20 or later),
// before the pinned one exists; everything after it runs on the pinned Node through npm's PATH.
// Of the packages only those that package.json names under `allowScripts` may run a program when they are installed;
// npm 11 knows that field and asks nobody yet, and older ones do not know it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const lock = new URL('package-lock.json', root)
const stamp = new URL('node_modules/.genkan-installed', root)

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Genkan needs Node 20 or later to start; this is ${process.version}. Get one at https://nodejs.org.`,
  )
  process.exit(1)
}

const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (installed !== wanted) {
  console.log('Installing what is missing (about a minute the first time) …')
  const { allowScripts = {} } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const named = Object.keys(allowScripts).filter((name) => allowScripts[name])
  npm('ci', '--ignore-scripts')
  if (named.length > 0) npm('rebuild', ...named)
  writeFileSync(stamp, wanted)
}

function npm(...words) {
  // Without `error`, npm warns once per package that asks for a newer Node than the one npm itself runs on.
  const { status } = spawnSync('npm', [...words, '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      `npm ${words[0]} did not succeed. The lines above say why; run the command again when it is put right.`,
    )
    process.exit(status ?? 1)
  }
}
