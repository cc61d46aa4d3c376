// Runs in a thread: calculates what it is sent.
import { parentPort } from 'node:worker_threads'
import { type Calculations, calculations } from '../domain/arithmetic.ts'

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

parentPort?.on('message', ({ id, name, values }: Question) => {
  const calculate = calculations[name] as (...values: readonly unknown[]) => unknown
  parentPort?.postMessage({ id, value: calculate(...values) } satisfies Result)
})
