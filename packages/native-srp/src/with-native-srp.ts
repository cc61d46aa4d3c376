import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { amplifyOf, arithmetic } from './amplify.ts'

/** In TypeScript here, in JavaScript where the package is built. */
const loader = fileURLToPath(import.meta.url.replace('with-native-srp', 'loader'))

/**
 * Puts the arithmetic with which AWS Amplify signs in by SRP on the browser's own BigInt, in slices of eight
 * milliseconds. Nothing else changes: the same requests, the same answers, the same code of yours.
 *
 * A production build fails, naming the version of Amplify, where the replacement does not take hold. Without this
 * function the same code signs in with Amplify's own arithmetic.
 *
 * @example
 * ```ts
 * // next.config.ts
 * export default withNativeSrp({ output: 'export' })
 * ```
 *
 * @param config a configuration of Next.js 16, for Turbopack or webpack
 * @returns the configuration with one rule for the bundler and one check after the build
 */
export function withNativeSrp(config: NextConfig = {}): NextConfig {
  const { turbopack, webpack, compiler } = config
  return {
    ...config,
    turbopack: {
      ...turbopack,
      rules: { ...turbopack?.rules, [`**/${arithmetic}`]: { loaders: [loader] } },
    },
    webpack(webpackConfig, context) {
      const test = new RegExp(`${arithmetic.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')}$`)
      webpackConfig.module.rules.push({ test, use: [{ loader }] })
      return webpack ? webpack(webpackConfig, context) : webpackConfig
    },
    compiler: {
      ...compiler,
      async runAfterProductionCompile(build) {
        await compiler?.runAfterProductionCompile?.(build)
        check(build.projectDir, resolve(build.projectDir, build.distDir))
      },
    },
  }
}

/** A text that SRP itself prescribes, and one of `big-integer.ts`: minified code keeps both. */
const srp = 'Caldera Derived Key'
const ours = 'An exponent below zero'

/** Fails a build whose pages sign in by SRP without the arithmetic of this package. */
function check(project: string, built: string): void {
  const folder = join(built, 'static/chunks')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  const scripts = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  const has = (text: string) => scripts.some((script) => script.includes(text))
  if (!has(srp) || has(ours)) return
  throw new Error(
    `@genkan/native-srp did not take hold: ${amplifyOf(project)} no longer has its arithmetic in ${arithmetic}. ` +
      'Take withNativeSrp() out of next.config until there is a version for it; signing in works without.',
  )
}
