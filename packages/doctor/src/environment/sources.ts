import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const passedOver = new Set(['node_modules', 'out', 'dist', 'build', 'coverage'])

/** Every file below a folder that a pattern fits; what is installed or generated is passed over. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return entry.isFile() && pattern.test(entry.name) ? [path] : []
    return passedOver.has(entry.name) || entry.name.startsWith('.') ? [] : filesBelow(path, pattern)
  })
}

const sources = /\.(m?[jt]s|[jt]sx)$/

/** The variables that the sources of a page read, of these. */
export function variablesRead<Name extends string>(folder: string, names: readonly Name[]): readonly Name[] {
  const texts = filesBelow(folder, sources).map((file) => readFileSync(file, 'utf8'))
  return names.filter((name) => texts.some((text) => text.includes(`process.env.${name}`)))
}

/** A key of Amplify v5 in a source file. */
export interface OldKey {
  readonly key: string
  /** From the folder, with the number of the line. */
  readonly place: string
}

// documented: Amplify's guide from v5 to v6; v6 passes over what it does not know. aws-exports.js is still read by v6.
const oldKeys = /\b(userPoolWebClientId|mandatorySignIn|authenticationFlowType|identityPoolRegion)\s*:/

/** The keys of Amplify v5 in the sources of a page that uses v6 or later; the first place of each. */
export function oldAmplifyKeys(folder: string): readonly OldKey[] {
  if (amplifyVersion(folder) < 6) return []
  const found = new Map<string, OldKey>()
  for (const file of filesBelow(folder, sources)) {
    for (const [index, line] of withoutComments(readFileSync(file, 'utf8')).split('\n').entries()) {
      const key = oldKeys.exec(line)?.[1]
      if (key && !found.has(key)) found.set(key, { key, place: `${relative(folder, file)}:${index + 1}` })
    }
  }
  return [...found.values()]
}

/** A source with its lines where they were; what follows `//` in a text goes as well, but for an address. */
const withoutComments = (source: string) =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(?<!:)\/\/.*/g, '')

/** The major version of aws-amplify that package.json asks for; 0 where it does not. */
function amplifyVersion(folder: string): number {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const range: unknown = { ...devDependencies, ...dependencies }['aws-amplify']
    return typeof range === 'string' ? Number(/\d+/.exec(range)?.[0] ?? 6) : 0
  } catch {
    return 0
  }
}
