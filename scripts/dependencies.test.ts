import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dependencies, dependenciesIn, unnamedInstallScripts } from './dependencies.ts'
import { root } from './run.ts'

const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('a package that runs a program when it is installed is named in package.json, or it fails here', () => {
  expect(unnamedInstallScripts(dependencies(), allowScripts)).toEqual([])
})

test('nothing is named that runs none', () => {
  const running = dependencies().filter(({ hasInstallScript }) => hasInstallScript)
  expect(Object.keys(allowScripts)).toEqual(running.map(({ name }) => name))
})

/**
 * The lock was made at a registry that has no binaries for these platforms, so it has no hashes of them. At one that
 * has, `npm install --package-lock-only` writes them.
 */
const withoutHash = [
  /^@biomejs\/cli-(android|darwin|win32)-(arm64|x64)$/,
  /^@biomejs\/cli-linux-(arm64|x64)-musl$/,
  /^@next\/swc-darwin-(arm64|x64)$/,
  /^@next\/swc-win32-(arm64|x64)-msvc$/,
]

test('what is installed is held against its hash, but for the compilers of some platforms', () => {
  const names = dependencies().flatMap(({ name, hasHash }) => (hasHash ? [] : [name]))
  expect(names.filter((name) => !withoutHash.some((pattern) => pattern.test(name)))).toEqual([])
  expect(withoutHash.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([])
})

test('one that was not named is told, wherever in the tree it is, and whoever needs it', () => {
  const lock = {
    packages: {
      '': { name: 'genkan' },
      web: { name: '@genkan/web' },
      'node_modules/@genkan/web': { link: true },
      'node_modules/node': { version: '1.0.0', hasInstallScript: true },
      'node_modules/a/node_modules/@evil/miner': { version: '1.0.0', hasInstallScript: true, dev: true },
    },
  }
  expect(dependenciesIn(lock).map(({ name }) => name)).toEqual(['@evil/miner', 'node'])
  expect(unnamedInstallScripts(dependenciesIn(lock), { node: true })).toEqual(['@evil/miner'])
  expect(unnamedInstallScripts(dependenciesIn(lock), { node: false })).toEqual(['@evil/miner', 'node'])
})
