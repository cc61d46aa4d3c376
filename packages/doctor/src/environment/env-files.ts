import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expanded, parsedEnv } from './dotenv.ts'

export type Mode = 'development' | 'production'

export type Environment = Readonly<Record<string, string | undefined>>

/** A value, and where it is from: the name of a file, or `environment`. */
export interface Sourced {
  readonly value: string
  readonly source: string
}

/** What Next.js finds in one mode. */
export interface Readings {
  /** By name; the first that has a name wins, and the environment is the first. */
  readonly values: ReadonlyMap<string, Sourced>
  /** What is in files that Next.js does not read in this mode. */
  readonly unread: readonly { readonly file: string; readonly names: readonly string[] }[]
}

// documented: the order of Next.js; the first that has a variable wins.
const filesOf = (mode: Mode) => [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env']

/**
 * Reads the `.env*` files of a folder as Next.js does.
 *
 * @param around further folders, in which somebody may have put a file that Next.js does not look for there
 */
export function readEnvFiles(
  folder: string,
  mode: Mode,
  environment: Environment,
  around: readonly string[] = [],
): Readings {
  const names = filesOf(mode)
  const values = new Map<string, Sourced>()
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined) values.set(name, { value, source: 'environment' })
  }
  for (const file of names) {
    const parsed = read(join(folder, file))
    // observed: @next/env: what the environment and the files before have is known in a file, and what is in those after is not.
    const known = new Map([...values].map(([name, { value }]) => [name, value]))
    const filled = new Map(parsed)
    for (const [name, value] of parsed) {
      const lookUp = (other: string, otherwise: string) =>
        known.get(other) || otherwise || filled.get(other) || ''
      const result = expanded(known.get(name) ?? value, lookUp)
      filled.set(name, result)
      values.set(name, { value: result, source: values.get(name)?.source ?? file })
    }
  }
  const here = envFilesIn(folder).filter((file) => !names.includes(file))
  const unread = [
    ...here.map((file) => join(folder, file)),
    ...around.flatMap((other) => envFilesIn(other).map((file) => join(other, file))),
  ].map((path) => ({ file: relative(folder, path), names: namesWithValue(read(path)) }))
  return { values, unread }
}

function envFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^\.env(\.|$)/.test(entry.name))
      .map(({ name }) => name)
      .sort()
  } catch {
    return []
  }
}

function read(path: string): ReadonlyMap<string, string> {
  try {
    return parsedEnv(readFileSync(path, 'utf8'))
  } catch {
    return new Map()
  }
}

const namesWithValue = (values: ReadonlyMap<string, string>) =>
  [...values].filter(([, value]) => value !== '').map(([name]) => name)
