#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { TemplateError } from '../definition/template.ts'
import { exampleSeed } from '../seed.ts'
import { loadTriggers } from '../triggers/module.ts'
import { startLocalUserPool } from './http.ts'
import { readTemplateFile } from './template-file.ts'
import { describeDelivery, describeDeployment, describeSeed } from './terminal.ts'

const help = `A local Amazon Cognito user pool.

  local-user-pool [--port N] [--storage memory|FILE] [--template FILE [--parameter NAME=VALUE]...]
                  [--triggers FILE] [--lambda-endpoint URL]

  --port N               the port to listen at on this machine (default 9339; 0 for any that is free)
  --storage memory|FILE  where the data lives: in memory until the process ends (default), or in a file
  --template FILE        a CloudFormation template whose user pools there are to be (see docs/definition.md)
  --parameter NAME=VALUE the value of a parameter of the template, instead of its default; may be repeated
  --region REGION        the region that ids of pools begin with (default ap-northeast-1)
  --triggers FILE        a module, TypeScript included, whose exports are named as triggers are (PreSignUp, …)
  --lambda-endpoint URL  where the Lambda functions that a pool's LambdaConfig names are asked, such as
                         http://localhost:3001 for \`sam local start-lambda\`
  --help                 this text

Without a template it begins with a pool, an app client and a user for every situation. What there is, is printed when
it is ready.
`

class UsageError extends Error {}

function parsed() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9339' },
      storage: { type: 'string', default: 'memory' },
      template: { type: 'string' },
      parameter: { type: 'string', multiple: true, default: [] },
      region: { type: 'string', default: 'ap-northeast-1' },
      triggers: { type: 'string' },
      'lambda-endpoint': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not '${values.port}'.`)
  }
  if (values.storage === '') throw new UsageError('--storage takes `memory` or the name of a file.')
  const endpoint = values['lambda-endpoint']
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw new UsageError(`--lambda-endpoint takes a URL, not '${endpoint}'.`)
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(values.region)) {
    throw new UsageError(`--region takes a name as in eu-central-1, not '${values.region}'.`)
  }
  if (values.template === undefined && values.parameter.length > 0) {
    throw new UsageError('--parameter is about a template; name that with --template.')
  }
  return {
    port,
    region: values.region,
    template: values.template,
    parameters: Object.fromEntries(values.parameter.map(nameAndValue)),
    triggers: values.triggers,
    lambdaEndpoint: endpoint,
    storage: values.storage === 'memory' ? ('memory' as const) : { file: values.storage },
    help: values.help,
  }
}

function nameAndValue(parameter: string): [string, string] {
  const equals = parameter.indexOf('=')
  if (equals < 1) throw new UsageError(`--parameter takes NAME=VALUE, not '${parameter}'.`)
  return [parameter.slice(0, equals), parameter.slice(equals + 1)]
}

async function main(): Promise<void> {
  const { port, storage, region, template, parameters, triggers, lambdaEndpoint, help: isHelp } = parsed()
  if (isHelp) {
    process.stdout.write(help)
    return
  }
  const beginning =
    template === undefined
      ? { seed: exampleSeed }
      : { definition: { template: await readTemplateFile(template), parameters } }
  const pool = await startLocalUserPool({
    port,
    storage,
    region,
    ...beginning,
    ...(triggers !== undefined && { triggers: await loadTriggers(triggers) }),
    ...(lambdaEndpoint !== undefined && { lambdaEndpoint }),
  }).catch((error: unknown) => {
    throw error instanceof TemplateError ? new TemplateError(`${template}`, error.message) : error
  })
  pool.onDelivery((delivery) => console.log(describeDelivery(delivery)))
  console.log(template === undefined ? describeSeed(exampleSeed) : describeDeployment(await pool.deployment))
  console.log(`Codes and invitations: ${pool.url}/_local/inbox`)
  console.log(`Faults to try an app with: ${pool.url}/_local/faults`)
  console.log(`Local user pool ready at ${pool.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void pool.close())
}

/** What went wrong, and what to do, in words for the person at the terminal. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port is taken. End what listens there, or name another with --port.'
  if (code === 'EACCES') return 'This port may not be used. Name another with --port (1024 or above).'
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS'))
    return `${error.message}\nSee --help.`
  const isExplained =
    ['DatabaseUnusableError', 'TriggersUnusableError'].includes(error.name) || error instanceof TemplateError
  return isExplained ? error.message : (error.stack ?? error.message)
}

main().catch((error: unknown) => {
  console.error(explained(error))
  process.exitCode = 1
})
