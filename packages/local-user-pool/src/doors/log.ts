import type { SeenRequest } from '../console/requests.ts'
import type { Deployment } from '../definition/deploy.ts'
import type { Authority } from '../domain/authority.ts'
import type { Delivery } from '../domain/deliveries.ts'
import type { TriggerName } from '../domain/trigger-events.ts'
import { report } from '../pool.ts'
import type { Seed } from '../seed.ts'
import type { RunningLocalUserPool } from './http.ts'
import {
  describeAuthority,
  describeDelivery,
  describeDeployment,
  describeSeed,
  type Source,
} from './terminal.ts'

/** What the command tells of what it does. */
export interface Log {
  /** The pool can be used from now on. */
  ready(
    pool: RunningLocalUserPool,
    seed: Seed | undefined,
    deployment: Deployment | undefined,
    source: Source,
  ): void
  delivery(delivery: Delivery): void
  request(request: SeenRequest): void
  /** An error that is a bug of the pool, or of its disk. */
  bug(operation: string, error: unknown): void
  /** What a trigger throws that no answer can tell. */
  triggerFailed(name: TriggerName, error: unknown): void
  /** The command cannot go on; the message is for a person. */
  failed(message: string): void
  ended(): void
}

/** Lines for the person at the terminal. */
export const terminalLog: Log = {
  ready({ url, httpsUrl, authority }, seed, deployment, source) {
    if (seed) console.log(describeSeed(seed))
    if (deployment) console.log(describeDeployment(deployment, source))
    if (httpsUrl !== undefined) console.log(`By https: ${httpsUrl}\n${describeAuthority(authority(), url)}`)
    console.log(`Codes, users, requests, clock and faults: ${url}/_local/`)
    console.log(`Local user pool ready at ${url}`)
  },
  delivery: (delivery) => console.log(describeDelivery(delivery)),
  request: () => {},
  bug: report,
  triggerFailed: (name, error) => console.error(`local-user-pool: ${name} failed:`, error),
  failed: (message) => console.error(message),
  ended: () => {},
}

/** One JSON object a line, for whoever collects logs. No password, token or code is in them. */
export const jsonLog: Log = {
  ready: (pool, _seed, deployment) =>
    write('info', 'ready', {
      url: pool.url,
      ...(pool.httpsUrl !== undefined && byHttps(pool.httpsUrl, pool.authority())),
      ...(deployment && withoutSecrets(deployment)),
    }),
  delivery: ({ medium, destination, kind }) => write('info', 'delivery', { medium, destination, kind }),
  request: ({ operation, about, outcome, detail }) =>
    write('info', 'request', { operation, about, outcome, detail }),
  bug: (operation, error) => write('error', 'bug', { operation, message: stackOf(error) }),
  triggerFailed: (name, error) => write('error', 'trigger', { name, message: stackOf(error) }),
  failed: (message) => write('error', 'failed', { message }),
  ended: () => write('info', 'ended', {}),
}

const byHttps = (httpsUrl: string, { name, state }: Authority) => ({ httpsUrl, authority: { name, state } })

const withoutSecrets = ({ pools, differences }: Deployment) => ({
  pools: pools.map(({ clients, ...pool }) => ({
    ...pool,
    clients: clients.map(({ logicalId, clientId }) => ({ logicalId, clientId })),
  })),
  differences,
})

function write(level: 'info' | 'error', event: string, fields: object): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`)
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'DatabaseUnusableError' ? error.message : (error.stack ?? error.message)
}
