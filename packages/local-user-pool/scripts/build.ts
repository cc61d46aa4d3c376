import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const source = join(import.meta.dirname, '..')
const root = join(source, '../..')

type Files = Readonly<Record<string, string>>

const mapped = <Value>(files: Files, change: (file: string) => Value) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, change(file)]))

const built = (file: string, extension: string) => file.replace('./src/', './').replace(/\.ts$/, extension)

/** The manifest of the sources, with what is built in their place, and without what only they need. */
function manifest(): object {
  const text = readFileSync(join(source, 'package.json'), 'utf8')
  const { private: _private, scripts: _scripts, exports, bin, ...rest } = JSON.parse(text)
  return {
    ...rest,
    exports: mapped(exports, (file) => ({ types: built(file, '.d.ts'), default: built(file, '.js') })),
    bin: mapped(bin, (file) => built(file, '.js')),
  }
}

/**
 * Writes the package as it is published into a new folder: JavaScript and declarations in the place of the TypeScript
 * that runs here, since Node strips no types below `node_modules`.
 */
function build(folder: string): void {
  mkdirSync(folder)
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // Data is imported as JSON, so that tsc brings it along.
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder], {
    cwd: source,
    stdio: 'inherit',
  })
  for (const file of ['LICENSE', 'NOTICE']) cpSync(join(root, file), join(folder, file))
  cpSync(join(source, 'README.md'), join(folder, 'README.md'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  console.log(`Wrote ${folder}`)
}

const [asked] = process.argv.slice(2)
if (asked === undefined) {
  const dist = join(source, 'dist')
  rmSync(dist, { recursive: true, force: true })
  build(dist)
} else {
  build(resolve(asked))
}
