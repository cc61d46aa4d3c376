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
  /** May be given again and again, in the environment one a line; the value is then one list of what each stands for. */
  readonly multiple?: true
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

/** One that takes a port. */
export const isPort = {
  takes: 'N',
  wants: 'a number from 0 to 65535',
  read: (text: string) => (/^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
}

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
  const settings = Object.entries(flags).map(([name, flag]) => {
    const variable = variableOf(name)
    const [source, texts] =
      given[name] === undefined
        ? [variable, linesOf(flag, environment[variable])]
        : [`--${name}`, given[name]]
    return [name, texts === undefined ? flag.otherwise : settingOf(flag, source, texts)]
  })
  return Object.fromEntries(settings)
}

function linesOf({ multiple }: Flag, text: string | undefined): readonly string[] | undefined {
  return multiple ? text?.split(/\r?\n/).filter((line) => line !== '') : text === undefined ? text : [text]
}

function settingOf({ multiple, wants, read }: Flag, source: string, texts: readonly string[]): unknown {
  const values = texts.map((text) => {
    const value = read(text)
    if (value === undefined) throw new UsageError(`${source} takes ${wants}, not '${text}'.`)
    return value
  })
  return multiple ? values.flat() : values[0]
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

function argumentsOf(
  flags: Readonly<Record<string, Flag>>,
  args: readonly string[],
): Record<string, readonly string[]> {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { takes, multiple = false }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const), multiple },
    ]),
  )
  try {
    const { values } = parseArgs({ args: [...args], options })
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]),
    )
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
