#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { exampleSeed } from '../seed.ts'
import { readSeed, UnusableSeedError } from '../seed-file.ts'
import { type Flag, isSwitch, manualOf, readSettings, type Settings, UsageError } from './flags.ts'
import { startLocalUserPool } from './http.ts'
import { jsonLog, type Log, terminalLog } from './log.ts'

const optional = (
  takes: string,
  wants: string,
  pattern: RegExp,
  ...manual: string[]
): Flag<string | undefined> => ({
  takes,
  manual,
  otherwise: undefined,
  wants,
  read: (text) => (pattern.test(text) ? text : undefined),
})

const flags = {
  port: {
    takes: 'N',
    manual: ['The port to listen at; 0 for any that is free. Default: 9339.'],
    otherwise: 9339,
    wants: 'a number from 0 to 65535',
    read: (text) => (/^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  } satisfies Flag<number>,
  host: optional(
    'ADDRESS',
    'an address',
    /./,
    'The address to listen at. Default: 127.0.0.1, which is this machine alone. Codes and passwords are',
    'shown at /_local/ to whoever reaches it.',
  ),
  endpoint: optional(
    'URL',
    'a URL without a slash at its end',
    /^https?:\/\/[^/]+(\/[^/]+)*$/,
    'Where clients reach the pool, if not at http://localhost and the port: in tokens, it begins iss.',
  ),
  storage: {
    takes: 'memory|FILE',
    manual: [
      'Where the data lives: in memory until the process ends (default), or in a file, which is made if',
      'need be. A file belongs to one process at a time.',
    ],
    otherwise: 'memory',
    wants: '`memory` or the name of a file',
    read: (text) => (text === '' ? undefined : text === 'memory' ? text : { file: text }),
  } satisfies Flag<'memory' | { readonly file: string }>,
  seed: {
    takes: 'example|none|FILE',
    manual: [
      'What a new database begins with: a pool, an app client and a user for every situation (example,',
      'the default), nothing (none), or what a JSON file says (see docs/local.md).',
    ],
    otherwise: 'example',
    wants: '`example`, `none` or the name of a file',
    read: (text) => text || undefined,
  } satisfies Flag<string>,
  region: optional(
    'NAME',
    'the name of a region',
    /^[a-z]{2}(-[a-z]+)+-\d$/,
    'The region of pools that are made here. Default: ap-northeast-1.',
  ),
  'fixed-code': optional(
    'DIGITS',
    '6 to 8 digits',
    /^\d{6,8}$/,
    'What every code is that is sent, for tests that expect one. Default: each is a new one.',
  ),
  json: isSwitch(
    'Writes one JSON object a line, requests included, instead of lines for people. No password, token',
    'or code is in them.',
  ),
  help: isSwitch('Writes this manual.'),
}

const manual = `A local Amazon Cognito user pool.

  npm run pool -- [--port N] [--storage memory|FILE] [--seed example|none|FILE] …

Every setting is a flag, or a variable of the environment; a flag goes before the variable.

${manualOf(flags)}

When the line "Local user pool ready at URL" is written (with --json: the event "ready"), it can be used:

  URL                  the endpoint for Amplify, the AWS SDKs and the AWS CLI
  URL/_local/          for people: inbox, users, requests, tokens, clock, faults
  URL/_local/health    answers 200 as long as it runs

SIGINT (Ctrl-C) and SIGTERM end it, with the status 0. What cannot be used ends it with the status 1.
`

async function main(settings: Settings<typeof flags>, log: Log): Promise<void> {
  // From the very beginning: as the first process of a container, it would not be ended otherwise.
  const ending = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.resolve())
  const { port, host, endpoint, storage, region, 'fixed-code': fixedCode } = settings
  const seed = seedOf(settings.seed)
  const pool = await startLocalUserPool({
    port,
    storage,
    onBug: log.bug,
    ...(host !== undefined && { host }),
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(fixedCode !== undefined && { fixedCode }),
    ...(seed && { seed }),
  })
  pool.onDelivery(log.delivery)
  pool.onRequest(log.request)
  log.ready(pool.url, seed)
  await ending.promise
  await pool.close()
  log.ended()
}

function seedOf(name: string) {
  if (name === 'none') return undefined
  if (name === 'example') return exampleSeed
  try {
    return readSeed(readFileSync(name, 'utf8'))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UnusableSeedError(`The seed ${name} cannot be used: ${message}`, { cause: error })
  }
}

/** What went wrong, and what to do, in words for the person at the terminal. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port is taken. End what listens there, or name another with --port.'
  if (code === 'EACCES') return 'This port may not be used. Name another with --port (1024 or above).'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine does not have the address of --host.'
  if (error instanceof UsageError) return `${error.message}\nSee --help.`
  const isForPeople = ['DatabaseUnusableError', 'UnusableSeedError'].includes(error.name)
  return isForPeople ? error.message : (error.stack ?? error.message)
}

let log = terminalLog
try {
  const settings = readSettings(flags, process.argv.slice(2), process.env)
  if (settings.json) log = jsonLog
  if (settings.help) process.stdout.write(manual)
  else await main(settings, log)
} catch (error) {
  log.failed(explained(error))
  process.exitCode = 1
}
