import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const project = mkdtempSync(join(tmpdir(), 'genkan-install-'))
afterAll(() => rmSync(project, { recursive: true }))

const run = (program: string, args: readonly string[], cwd = project) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' })

/** Packs a package that runs a program of its own when it is installed. */
function pack(name: string): string {
  const folder = join(project, 'sources', name)
  mkdirSync(folder, { recursive: true })
  const scripts = { postinstall: 'node ran.js' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', scripts }))
  writeFileSync(join(folder, 'ran.js'), "require('node:fs').writeFileSync('ran', '')")
  run('npm', ['pack', '--pack-destination', project], folder)
  return `file:${name}-1.0.0.tgz`
}

test('an install runs the programs of the packages that are named, and of no others', () => {
  const dependencies = { named: pack('named'), unnamed: pack('unnamed'), refused: pack('refused') }
  const allowScripts = { named: true, refused: false }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }))
  run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--offline'])
  cpSync(join(import.meta.dirname, 'install.mjs'), join(project, 'scripts/install.mjs'))

  expect(run(process.execPath, ['scripts/install.mjs'])).toContain('Installing')
  const hasRun = (name: string) => existsSync(join(project, 'node_modules', name, 'ran'))
  expect(Object.keys(dependencies).filter(hasRun)).toEqual(['named'])

  expect(run(process.execPath, ['scripts/install.mjs'])).toBe('')
})
