#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { TemplateError } from '../definition/template.ts'
import type { LocalUserPoolOptions } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { readSeed, UnusableSeedError } from '../seed-file.ts'
import { loadTriggers } from '../triggers/module.ts'
import { readCognitoLocal } from './cognito-local-folder.ts'
import { type Flag, isPort, isSwitch, manualOf, readSettings, type Settings, UsageError } from './flags.ts'
import { startLocalUserPool } from './http.ts'
import { jsonLog, type Log, terminalLog } from './log.ts'
import { readTemplateFile } from './template-file.ts'

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

interface Parameter {
  readonly name: string
  readonly value: string
}

function nameAndValue(text: string): readonly Parameter[] | undefined {
  const equals = text.indexOf('=')
  return equals < 1 ? undefined : [{ name: text.slice(0, equals), value: text.slice(equals + 1) }]
}

const flags = {
  port: {
    ...isPort,
    manual: ['The port to listen at; 0 for any that is free. Default: 9339.'],
    otherwise: 9339,
  } satisfies Flag<number>,
  'https-port': {
    ...isPort,
    manual: [
      'Serves it by https, too, at this port, such as 9443; 0 for any that is free. What clients have to',
      'trust for that is at URL/_local/authority.pem (see docs/doors.md). Default: http alone.',
    ],
    otherwise: undefined,
  } satisfies Flag<number | undefined>,
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
    otherwise: undefined,
    wants: '`example`, `none` or the name of a file',
    read: (text) => text || undefined,
  } satisfies Flag<string | undefined>,
  template: optional(
    'FILE',
    'the name of a file',
    /./,
    'A CloudFormation template whose user pools there are to be, instead of a seed (see',
    'docs/definition.md).',
  ),
  parameter: {
    takes: 'NAME=VALUE',
    manual: [
      'The value of a parameter of the template, instead of its default. May be repeated; in the',
      'environment, one a line.',
    ],
    otherwise: [],
    wants: 'NAME=VALUE',
    read: (text) => nameAndValue(text),
    multiple: true,
  } satisfies Flag<readonly Parameter[]>,
  'from-cognito-local': optional(
    'FOLDER',
    'the name of a folder',
    /./,
    'The folder .cognito of cognito-local, whose user pools, clients, groups and users there are to be,',
    'instead of a seed (see docs/guides/coming-from-cognito-local-or-moto.md). It is read, not written.',
  ),
  triggers: optional(
    'FILE',
    'the name of a file',
    /./,
    'A module, TypeScript included, whose exports are named as triggers are (PreSignUp, …; see',
    'docs/triggers.md).',
  ),
  'lambda-endpoint': {
    takes: 'URL',
    manual: [
      "Where the Lambda functions that a pool's LambdaConfig names are asked, such as",
      'http://localhost:3001 for `sam local start-lambda`.',
    ],
    otherwise: undefined,
    wants: 'a URL',
    read: (text) => (/^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined),
  } satisfies Flag<string | undefined>,
  region: optional(
    'NAME',
    'a name as in eu-central-1',
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

  local-user-pool [--port N] [--storage memory|FILE] [--seed … | --template FILE | --from-cognito-local FOLDER] …

Every setting is a flag, or a variable of the environment; a flag goes before the variable.

${manualOf(flags)}

When the line "Local user pool ready at URL" is written (with --json: the event "ready"), it can be used:

  URL                  the endpoint for Amplify, the AWS SDKs and the AWS CLI
  URL/_local/          for people: inbox, users, requests, tokens, clock, faults
  URL/_local/health    answers 200 as long as it runs

With --https-port, a line before tells the address by https.

SIGINT (Ctrl-C) and SIGTERM end it, with the status 0. What cannot be used ends it with the status 1.
`

async function main(settings: Settings<typeof flags>, log: Log): Promise<void> {
  // From the very beginning: as the first process of a container, it would not be ended otherwise.
  const ending = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.resolve())
  const { port, host, endpoint, storage, region, template, triggers } = settings
  const { 'https-port': httpsPort, 'fixed-code': fixedCode, 'lambda-endpoint': lambdaEndpoint } = settings
  if (port === httpsPort && port !== 0) throw new UsageError('--port and --https-port must differ.')
  const beginning = await beginningOf(settings)
  const pool = await startLocalUserPool({
    port,
    storage,
    onBug: log.bug,
    onTriggerError: log.triggerFailed,
    ...(httpsPort !== undefined && { https: { port: httpsPort } }),
    ...(host !== undefined && { host }),
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(fixedCode !== undefined && { fixedCode }),
    ...(triggers !== undefined && { triggers: await loadTriggers(triggers) }),
    ...(lambdaEndpoint !== undefined && { lambdaEndpoint }),
    ...beginning,
  }).catch((error: unknown) => {
    throw error instanceof TemplateError ? new TemplateError(`${template}`, error.message) : error
  })
  pool.onDelivery(log.delivery)
  pool.onRequest(log.request)
  const hasSeed = beginning.seed !== undefined
  const source = beginning.cognitoLocal ? 'cognito-local' : 'template'
  log.ready(pool, beginning.seed, hasSeed ? undefined : await pool.deployment, source)
  await ending.promise
  await pool.close()
  log.ended()
}

type Beginning = Pick<LocalUserPoolOptions, 'seed' | 'definition' | 'cognitoLocal'>

/** @throws UsageError where the settings exclude each other */
async function beginningOf(settings: Settings<typeof flags>): Promise<Beginning> {
  const { seed: name, template, parameter, 'from-cognito-local': folder } = settings
  if (template === undefined && parameter.length > 0) {
    throw new UsageError('--parameter is about a template; name that with --template.')
  }
  if (template !== undefined && folder !== undefined) {
    throw new UsageError(
      '--template and --from-cognito-local each say what there is to begin with. Give one.',
    )
  }
  if (template === undefined && folder === undefined) {
    const seed = seedOf(name ?? 'example')
    return seed ? { seed } : {}
  }
  if (name !== undefined && name !== 'none') {
    const flag = template === undefined ? '--from-cognito-local' : '--template'
    throw new UsageError(`${flag} says what there is to begin with, and excludes the seed '${name}'.`)
  }
  if (folder !== undefined) return { cognitoLocal: readCognitoLocal(folder) }
  const parameters = Object.fromEntries(parameter.map(({ name, value }) => [name, value]))
  return { definition: { template: await readTemplateFile(template ?? ''), parameters } }
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

/**
 * What went wrong, and what to do, in words for the person at the terminal.
 *
 * @param httpsPort that was asked for
 */
function explained(error: unknown, httpsPort: number | undefined): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  const flag = httpsPort !== undefined && port === httpsPort ? '--https-port' : '--port'
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. End what listens there, or name another with ${flag}.`
  if (code === 'EACCES') return `Port ${port} may not be used. Name another with ${flag} (1024 or above).`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine does not have the address of --host.'
  if (error instanceof UsageError) return `${error.message}\nSee --help.`
  const isForPeople = [
    'CognitoLocalUnusableError',
    'DatabaseUnusableError',
    'UnusableSeedError',
    'TemplateError',
    'TriggersUnusableError',
  ].includes(error.name)
  return isForPeople ? error.message : (error.stack ?? error.message)
}

let log = terminalLog
let httpsPort: number | undefined
try {
  const settings = readSettings(flags, process.argv.slice(2), process.env)
  httpsPort = settings['https-port']
  if (settings.json) log = jsonLog
  if (settings.help) process.stdout.write(manual)
  else await main(settings, log)
} catch (error) {
  log.failed(explained(error, httpsPort))
  process.exitCode = 1
}
