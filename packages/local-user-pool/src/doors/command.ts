import { readFileSync } from 'node:fs'
import { TemplateError } from '../definition/template.ts'
import type { LocalUserPoolOptions } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { readSeed, UnusableSeedError } from '../seed-file.ts'
import { loadTriggers } from '../triggers/module.ts'
import { readCognitoLocal } from './cognito-local-folder.ts'
import { manualOf, readSettings, type Settings, UsageError } from './flags.ts'
import { startLocalUserPool } from './http.ts'
import { jsonLog, type Log, terminalLog } from './log.ts'
import { flags } from './settings.ts'
import { readTemplateFile } from './template-file.ts'

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
