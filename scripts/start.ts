import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseUnusableError, describeDelivery, describeSeed, exampleSeed } from '@genkan/local-user-pool'
import { startLocalStack } from './local-stack.ts'
import { freePort } from './ports.ts'

const root = join(import.meta.dirname, '..')
/** Where the data lives, from the root. */
const folder = process.env.GENKAN_DATA ?? '.genkan'
const file = join(root, folder, 'user-pool.sqlite')

async function main(): Promise<void> {
  const port = await freePort(3000)
  const origin = `http://localhost:${port}`
  const ports = { pool: 9339, https: 9443, api: 9340 }
  const stack = await startLocalStack({ origin, storage: { file }, ports })
  stack.pool.onDelivery((delivery) => console.log(describeDelivery(delivery)))

  console.log('Starting the page …')
  const page = startPage(port, stack.environment)
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    page.kill('SIGTERM')
    await Promise.all([
      stack.close(),
      page.exitCode === null && page.signalCode === null && once(page, 'exit'),
    ])
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  page.once('exit', (code) => {
    if (!isEnding) {
      console.error('The page has ended; the lines above say why.')
      process.exitCode = code ?? 1
    }
    void end()
  })

  if (!(await isAnswering(origin, page))) return
  console.log(`
${describeSeed(exampleSeed)}

  Page                   ${origin}
  Codes and invitations  ${stack.pool.url}/_local/inbox
  Protected API          ${stack.api.url}
  User pool              ${stack.pool.url}  (its data is in ${folder}; delete that folder to begin anew)
  Hosted sign-in page    ${stack.pool.httpsUrl}  (${hostedPage(stack.domain)})

Ctrl-C ends all of it.
`)
}

/** Not by itself, because a browser takes offence at it until somebody has said that its certificate is to be trusted. */
function hostedPage(domain: string): string {
  const used = process.env.NEXT_PUBLIC_AWS_COGNITO_DOMAIN
  if (used === domain) return 'the page leads there'
  const instead = used ? `the page leads to ${used} instead` : 'the page does not lead there yet'
  return `${instead}; to change that, trust its
                         certificate, see docs/guides/hosted-sign-in.md, and start
                         with NEXT_PUBLIC_AWS_COGNITO_DOMAIN=${domain}`
}

function startPage(port: number, environment: Readonly<Record<string, string>>): ChildProcess {
  const next = join(root, 'node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, 'dev', '--port', String(port), '--hostname', 'localhost'], {
    cwd: join(root, 'web'),
    env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

/** Waits until the page is compiled, so that the first visit is not the one that waits. */
async function isAnswering(origin: string, page: ChildProcess): Promise<boolean> {
  while (page.exitCode === null && page.signalCode === null) {
    const response = await fetch(origin).catch(() => undefined)
    if (response) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

main().catch((error: unknown) => {
  console.error(error instanceof DatabaseUnusableError ? error.message : error)
  process.exitCode = 1
})
