import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseEnv } from 'node:util'

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
    for (const [name, value] of Object.entries(read(join(folder, file), environment))) {
      if (!values.has(name)) values.set(name, { value, source: file })
    }
  }
  const here = envFilesIn(folder).filter((file) => !names.includes(file))
  const unread = [
    ...here.map((file) => join(folder, file)),
    ...around.flatMap((other) => envFilesIn(other).map((file) => join(other, file))),
  ].map((path) => ({ file: relative(folder, path), names: namesWithValue(read(path, environment)) }))
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

function read(path: string, environment: Environment): Record<string, string> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return {}
  }
  const parsed = parseEnv(text) as Record<string, string>
  return Object.fromEntries(
    Object.entries(parsed)
      // Node takes any name; what Next.js does not take for one it passes over.
      .filter(([name]) => /^[\w.-]+$/.test(name))
      .map(([name, value]) => [name, expanded(value, parsed, environment)]),
  )
}

/** `$NAME`, `${NAME}` and `${NAME:-otherwise}` are filled in; `\$` is a dollar sign. */
function expanded(value: string, parsed: Environment, environment: Environment, depth = 0): string {
  if (depth > 5) return value
  const filled = value.replace(
    /(?<!\\)\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (_all, braced: string | undefined, otherwise: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? ''
      const found = environment[name] ?? parsed[name] ?? otherwise ?? ''
      return expanded(found, parsed, environment, depth + 1)
    },
  )
  return filled.replaceAll('\\$', '$')
}

const namesWithValue = (values: Record<string, string>) =>
  Object.keys(values).filter((name) => values[name] !== '')
