import { parseArgs } from 'node:util'

/** What the command was given cannot be used; the message says what it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A setting of the command: `--fixed-code` there, `LOCAL_USER_POOL_FIXED_CODE` in the environment. */
export interface Flag<Value = unknown> {
  /** What follows it, as the manual shows it; a switch takes nothing. */
  readonly takes?: string
  /** Lines of the manual. */
  readonly manual: readonly string[]
  /** What it is when nothing is said. */
  readonly otherwise: Value
  /** What it takes, in words. */
  readonly wants: string
  /** The value that a text stands for; undefined where it stands for none. */
  readonly read: (text: string) => Value | undefined
}

/** The values of a table of flags. */
export type Settings<Flags> = {
  readonly [Name in keyof Flags]: Flags[Name] extends Flag<infer Value> ? Value : never
}

const truth: Readonly<Record<string, boolean>> = {
  '': false,
  '0': false,
  false: false,
  '1': true,
  true: true,
}

/** A flag that is there or not. */
export const isSwitch = (...manual: string[]): Flag<boolean> => ({
  manual,
  otherwise: false,
  wants: '1 or 0',
  read: (text) => truth[text.toLowerCase()],
})

/**
 * The settings: of the arguments, else of the environment, else what they are otherwise.
 *
 * @throws UsageError
 */
export function readSettings<Flags extends Readonly<Record<string, Flag>>>(
  flags: Flags,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Settings<Flags> {
  const given = argumentsOf(flags, args)
  const settings = Object.entries(flags).map(([name, { otherwise, wants, read }]) => {
    const variable = variableOf(name)
    const [source, text] =
      given[name] === undefined ? [variable, environment[variable]] : [`--${name}`, given[name]]
    const value = text === undefined ? otherwise : read(text)
    if (text !== undefined && value === undefined) {
      throw new UsageError(`${source} takes ${wants}, not '${text}'.`)
    }
    return [name, value]
  })
  return Object.fromEntries(settings)
}

/** The part of the manual that lists the flags. */
export function manualOf(flags: Readonly<Record<string, Flag>>): string {
  return Object.entries(flags)
    .map(([name, { takes, manual }]) => {
      const head = `  --${name}${takes === undefined ? '' : ` ${takes}`}`
      return [`${head.padEnd(40)}${variableOf(name)}`, ...manual.map((line) => `        ${line}`)].join('\n')
    })
    .join('\n')
}

const variableOf = (name: string) => `LOCAL_USER_POOL_${name.toUpperCase().replaceAll('-', '_')}`

function argumentsOf(flags: Readonly<Record<string, Flag>>, args: readonly string[]): Record<string, string> {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { takes }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    const { values } = parseArgs({ args: [...args], options })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
