// Runs in a thread: calculates what it is sent.
import { constants, getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { type Calculations, calculations } from '../domain/arithmetic.ts'

/** So much lower a priority, as `nice` counts it: of two that want a core, this one gets a third of what the other does. */
const behind = 5

/** What is sent to a thread. */
export interface Question {
  readonly id: number
  readonly name: keyof Calculations
  readonly values: readonly unknown[]
}

/** What comes back. */
export interface Result {
  readonly id: number
  readonly value: unknown
}

// Whoever takes requests and answers them goes first: it is soon done. Elsewhere than on Linux it is processes that have a
// priority, not threads.
if (process.platform === 'linux')
  setPriority(Math.min(getPriority() + behind, constants.priority.PRIORITY_LOW))

parentPort?.on('message', ({ id, name, values }: Question) => {
  const calculate = calculations[name] as (...values: readonly unknown[]) => unknown
  parentPort?.postMessage({ id, value: calculate(...values) } satisfies Result)
})
