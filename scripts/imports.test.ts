import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { edges, inTests } from './imports.ts'

const root = join(import.meta.dirname, '..')

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(
    (file) =>
      file !== '' && existsSync(join(root, file)) && !/(^|\/)[\w.]+\.config\.\w+$|\.d\.ts$/.test(file),
  )

interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

/** The modules a file imports, with relative paths made paths from the root. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found].map(([, type, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? ''
    return {
      target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
      typeOnly: type !== undefined,
    }
  })
}

/** `react` allows `react` alone, `react/` what is below it, `aws-amplify:types` any of its types. */
function allows(allowed: string, { target, typeOnly }: Import): boolean {
  if (allowed.endsWith(':types')) return typeOnly && target.startsWith(allowed.slice(0, -':types'.length))
  const isPrefix = allowed.includes('/') || allowed.endsWith(':')
  return target === allowed || (isPrefix && target.startsWith(allowed))
}

function refusals(file: string): string[] {
  const edge = edges.find(({ from }) => file.startsWith(from))
  if (!edge) return [`${file}: no rule speaks about this folder. Add one to scripts/imports.ts.`]
  const isTest = /\.test\.tsx?$/.test(file)
  const allowed = isTest ? [...edge.may, ...inTests] : edge.may
  return importsOf(file)
    .filter((found) => !allowed.some((prefix) => allows(prefix, found)))
    .map(({ target }) => `${file} imports ${target}. ${edge.advice}`)
}

const own = files.filter((file) => file !== 'vitest.config.ts')

test('imports point one way: every file imports only what its folder may', () => {
  expect(own.flatMap(refusals)).toEqual([])
})

test('nothing but tests is imported from a test file', () => {
  const bad = own.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => /\.test(\.tsx?)?$/.test(target))
      .map(({ target }) => `${file} imports ${target}`),
  )
  expect(bad).toEqual([])
})

test('browser folders use relative imports without an extension, Node folders with one', () => {
  const isBrowser = (file: string) =>
    /^(packages\/sign-in|web|examples)\//.test(file) && !/\.(test|config)\.tsx?$/.test(file)
  const bad = own.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const relative = [...source.matchAll(/(?:from|import)\s*\(?'(\.[^']*)'/g)].map(([, path]) => path ?? '')
    const wrong = isBrowser(file)
      ? relative.filter((path) => /\.tsx?$/.test(path))
      : relative.filter((path) => !/\.(ts|tsx|mjs|json)$/.test(path) && !/\.test\.tsx?$/.test(file))
    return wrong.map((path) => `${file}: '${path}'`)
  })
  expect(bad).toEqual([])
})
