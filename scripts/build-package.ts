import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './run.ts'

type Files = Readonly<Record<string, string>>

const mapped = <Value>(files: Files, change: (file: string) => Value) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, change(file)]))

const built = (file: string, extension: string) => file.replace('./src/', './').replace(/\.ts$/, extension)

/** The manifest of the sources, with what is built in their place, and without what only they need. */
function manifest(source: string): object {
  const text = readFileSync(join(source, 'package.json'), 'utf8')
  const { private: _private, scripts: _scripts, exports, bin = {}, ...rest } = JSON.parse(text)
  return {
    ...rest,
    exports: mapped(exports, (file) => ({ types: built(file, '.d.ts'), default: built(file, '.js') })),
    bin: mapped(bin, (file) => built(file, '.js')),
  }
}

/**
 * Writes a package as it is published: JavaScript and declarations in the place of the TypeScript that runs here, since
 * Node strips no types below `node_modules`.
 *
 * @param source the folder of the package
 * @param asked a new folder to write to. Default: `dist` of the package, which is replaced.
 */
export function buildPackage(source: string, asked?: string): void {
  const folder = asked === undefined ? join(source, 'dist') : resolve(asked)
  if (asked === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // Data is imported as JSON, so that tsc brings it along.
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder], {
    cwd: source,
    stdio: 'inherit',
  })
  for (const file of ['LICENSE', 'NOTICE']) cpSync(join(root, file), join(folder, file))
  cpSync(join(source, 'README.md'), join(folder, 'README.md'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(source), null, 2)}\n`)
  console.log(`Wrote ${folder}`)
}
