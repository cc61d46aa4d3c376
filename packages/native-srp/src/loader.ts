import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { changeIn, packageOf } from './amplify.ts'

/** In TypeScript here, in JavaScript where the package is built. */
const replacement = fileURLToPath(import.meta.url.replace('loader', 'browser/big-integer'))

/** Of what webpack and Turbopack hand to a loader, what this one uses. */
interface LoaderContext {
  /** The file that is loaded. */
  readonly resourcePath: string
}

/**
 * Answers, for the source of Amplify's `BigInteger.mjs`, what takes its place.
 *
 * @throws Error where Amplify's class is no longer the one that this package knows; the build fails with it
 */
export default function replaceArithmetic(this: LoaderContext, source: string): string {
  const change = changeIn(source)
  if (change) {
    throw new Error(
      `@genkan/native-srp does not know the arithmetic of ${packageOf(this.resourcePath)}: its class ${change}. ` +
        'Take withNativeSrp() out of next.config until there is a version for it; signing in works without.',
    )
  }
  const path = relative(dirname(this.resourcePath), replacement).replaceAll('\\', '/')
  // What is called cannot be left out by a bundler, though Amplify declares that its files have no side effects.
  return [
    "import { INIT_N } from '../constants.mjs'",
    `import { preparedFor } from '${path}'`,
    'export default preparedFor(INIT_N)',
    '',
  ].join('\n')
}
