import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where Amplify has its arithmetic, below the folder of `@aws-amplify/auth`. */
export const arithmetic = 'srp/BigInteger/BigInteger.mjs'

/** What that class has; the names of `big-integer.ts` are the public half, in the second line. */
const known = [
  'am DB DM DV FV F1 F2 copyTo fromInt fromString clamp dlShiftTo drShiftTo lShiftTo rShiftTo subTo multiplyTo',
  'squareTo divRemTo invDigit addTo',
  'toString negate abs compareTo bitLength mod equals add subtract multiply divide modPow',
  'ZERO ONE',
].flatMap((line) => line.split(' '))

/** What changed in Amplify's class since this package was written, or `undefined` for nothing. */
export function changeIn(source: string): string | undefined {
  const found = new Set(
    [...source.matchAll(/^\s*BigInteger\.(?:prototype\.)?(\w+) = /gm)].map(([, name]) => name),
  )
  const added = [...found].filter((name) => name === undefined || !known.includes(name))
  const gone = known.filter((name) => !found.has(name))
  if (added.length + gone.length > 0) {
    return [...added.map((name) => `has ${name}`), ...gone.map((name) => `lacks ${name}`)].join(', ')
  }
  return /^export \{ BigInteger as default \};?$/m.test(source) ? undefined : 'has other exports'
}

/** The package that holds a file, as in `@aws-amplify/auth 6.21.1`. */
export function packageOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
    if (name && version) return `${name} ${version}`
  }
  return file
}

/** The Amplify that a project uses, as in `aws-amplify 6.22.1`. */
export function amplifyOf(project: string): string {
  for (let folder = project; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules/aws-amplify/package.json')
    if (existsSync(manifest)) return packageOf(manifest)
    if (folder === dirname(folder)) return 'aws-amplify'
  }
}
