import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPackage } from '../scripts/build-package.ts'
import { root, run } from '../scripts/run.ts'

interface Build {
  /** Where the copy is made, two folders below the root as the example is; what is there is replaced. */
  readonly folder: string
  /** Whether the plugin, as it is published, is put around the settings of the example. */
  readonly native: boolean
  readonly bundler: 'turbopack' | 'webpack'
  readonly environment: Readonly<Record<string, string>>
}

/** Exports a copy of the one-page example; answers the folder in which the site ends up. */
export async function buildOnePageCopy({ folder, native, bundler, environment }: Build): Promise<string> {
  const copy = join(root, folder)
  rmSync(copy, { recursive: true, force: true })
  const generated = /[\\/](?:node_modules|\.next|out)$/
  cpSync(join(root, 'examples/one-page'), copy, {
    recursive: true,
    filter: (file) => !generated.test(file),
  })
  if (native) {
    renameSync(join(copy, 'next.config.ts'), join(copy, 'example.config.ts'))
    writeFileSync(join(copy, 'next.config.ts'), nativeConfig)
    const packages = join(copy, 'node_modules/@genkan')
    mkdirSync(packages, { recursive: true })
    buildPackage(join(root, 'packages/native-srp'), join(packages, 'native-srp'))
  }
  const built = await run('next/dist/bin/next', ['build', `--${bundler}`], { folder, environment })
  if (!built) throw new Error(`The build of ${folder} failed.`)
  return join(copy, 'out')
}

const nativeConfig = `
import { withNativeSrp } from "@genkan/native-srp"
import example from "./example.config"

export default withNativeSrp(example)
`
