import { connect, type Socket } from 'node:net'
import { startLocalUserPool } from '@genkan/local-user-pool'
import type { Size } from '../trial.ts'
import { Chance } from './chance.ts'
import type { Tally } from './tally.ts'
import { slowAttacks, wireAttacks } from './wire.ts'

/** How long somebody else may wait for an answer while the port is under attack, in milliseconds. */
const patience = 10_000

/** What came back on a connection, once it is over. */
export interface Exchange {
  readonly text: string
  readonly isClosed: boolean
}

/** Attacks the HTTP door of a pool with what is no good HTTP, while somebody else goes on asking. */
export async function attackPort(seed: number, tally: Tally, size: Size) {
  const chance = new Chance(seed)
  const bugs: string[] = []
  const pool = await startLocalUserPool({
    port: 0,
    onBug: (operation, error) => bugs.push(`${operation}: ${error}`),
  })
  const port = Number(new URL(pool.url).port)
  let connections = 0
  let slowest = 0
  const someoneElse = async (name: string) => {
    const start = performance.now()
    const response = await fetch(`${pool.url}/_local/health`, {
      signal: AbortSignal.timeout(patience),
    }).catch(() => undefined)
    slowest = Math.max(slowest, performance.now() - start)
    if (response?.status !== 200)
      tally.fault(`somebody else is not answered during "${name}"`, `FUZZ_SEED=${seed}`)
    await response?.text()
  }
  try {
    const open = () => {
      connections += 1
      return new Wire(port)
    }
    // The first of them have to wait for the server, the others may go on meanwhile.
    const slow =
      size === 'whole'
        ? Promise.all(
            Object.entries(slowAttacks).map(
              async ([name, attack]) => [name, await attack(open, chance)] as const,
            ),
          )
        : []
    for (let round = 0; round < (size === 'whole' ? 10 : 1); round += 1) {
      for (const [name, attack] of Object.entries(wireAttacks)) {
        const [wrong] = await Promise.all([attack(open, chance), someoneElse(name)])
        for (const text of wrong) tally.fault(`"${name}" ${text}`, `FUZZ_SEED=${seed}`)
      }
    }
    for (const [name, wrong] of await slow) {
      for (const text of wrong) tally.fault(`"${name}" ${text}`, `FUZZ_SEED=${seed}`)
    }
    for (const bug of bugs) tally.fault(`the port meets a bug: ${bug}`, `FUZZ_SEED=${seed}`)
  } finally {
    await pool.close()
  }
  return [
    { what: 'ways to misuse a connection', figure: Object.keys(wireAttacks).length },
    { what: 'connections misused', figure: connections },
    { what: 'longest wait of somebody else in ms', figure: Math.round(slowest) },
  ]
}

/** A connection whose bytes are one's own affair. */
export class Wire {
  readonly #socket: Socket
  readonly #chunks: Buffer[] = []
  readonly #closed: Promise<void>
  #isClosed = false

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    // How it ended is seen by what came back.
    this.#socket.on('error', () => {})
    this.#closed = new Promise((resolve) =>
      this.#socket.once('close', () => {
        this.#isClosed = true
        resolve()
      }),
    )
  }

  /** Resolves when the bytes are on their way, or nobody takes them any more. */
  send(bytes: string | Uint8Array): Promise<void> {
    if (this.#isClosed || this.#socket.destroyed) return Promise.resolve()
    return Promise.race([
      this.#closed,
      new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve())),
    ])
  }

  /** What came back by the time that the server ends the connection, or that the patience does. */
  async ended(milliseconds = patience): Promise<Exchange> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds)
    })
    await Promise.race([this.#closed, late])
    clearTimeout(timer)
    const exchange = { text: Buffer.concat(this.#chunks).toString('latin1'), isClosed: this.#isClosed }
    this.#socket.destroy()
    return exchange
  }

  /** Leaves in the middle of it all, by a good-bye or without. */
  async leave(how: 'destroy' | 'resetAndDestroy' | 'end'): Promise<void> {
    this.#socket[how]()
    if (how !== 'end') await this.#closed
    else await this.ended()
  }
}
