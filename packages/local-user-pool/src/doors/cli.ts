#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { exampleSeed } from '../seed.ts'
import { loadTriggers } from '../triggers/module.ts'
import { startLocalUserPool } from './http.ts'
import { describeDelivery, describeSeed } from './terminal.ts'

const help = `A local Amazon Cognito user pool.

  npm run pool -- [--port N] [--storage memory|FILE] [--triggers FILE] [--lambda-endpoint URL]

  --port N               the port to listen at on this machine (default 9339; 0 for any that is free)
  --storage memory|FILE  where the data lives: in memory until the process ends (default), or in a file
  --triggers FILE        a module, TypeScript included, whose exports are named as triggers are (PreSignUp, …)
  --lambda-endpoint URL  where the Lambda functions that a pool's LambdaConfig names are asked, such as
                         http://localhost:3001 for \`sam local start-lambda\`
  --help                 this text

It begins with a pool, an app client and a user for every situation; they are printed when it is ready.
`

class UsageError extends Error {}

function parsed() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9339' },
      storage: { type: 'string', default: 'memory' },
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
  return {
    port,
    triggers: values.triggers,
    lambdaEndpoint: endpoint,
    storage: values.storage === 'memory' ? ('memory' as const) : { file: values.storage },
    help: values.help,
  }
}

async function main(): Promise<void> {
  const { port, storage, triggers, lambdaEndpoint, help: isHelp } = parsed()
  if (isHelp) {
    process.stdout.write(help)
    return
  }
  const pool = await startLocalUserPool({
    port,
    storage,
    seed: exampleSeed,
    ...(triggers !== undefined && { triggers: await loadTriggers(triggers) }),
    ...(lambdaEndpoint !== undefined && { lambdaEndpoint }),
  })
  pool.onDelivery((delivery) => console.log(describeDelivery(delivery)))
  console.log(describeSeed(exampleSeed))
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
  const isExplained = ['DatabaseUnusableError', 'TriggersUnusableError'].includes(error.name)
  return isExplained ? error.message : (error.stack ?? error.message)
}

main().catch((error: unknown) => {
  console.error(explained(error))
  process.exitCode = 1
})
