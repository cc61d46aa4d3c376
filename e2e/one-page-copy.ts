import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../scripts/run.ts'

interface Build {
  /** Where the copy is made, two folders below the root as the example is; what is there is replaced. */
  readonly folder: string
  /** Whether the plugin is put around the settings of the example. */
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
  }
  const built = await run('next/dist/bin/next', ['build', `--${bundler}`], { folder, environment })
  if (!built) throw new Error(`The build of ${folder} failed.`)
  return join(copy, 'out')
}

// What only this repository needs: the package is here in TypeScript.
const nativeConfig = `
import { withNativeSrp } from "@genkan/native-srp"
import example from "./example.config"

export default withNativeSrp({
  ...example,
  transpilePackages: ["@genkan/native-srp"],
  typescript: { ignoreBuildErrors: true },
})
`
