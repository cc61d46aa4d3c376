import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Calculate, calculations } from '../domain/arithmetic.ts'
import type { Question, Result } from './thread.ts'

/** A calculation that a thread has been sent. */
interface Pending {
  readonly question: Question
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

interface Thread {
  readonly worker: Worker
  readonly pending: Map<number, Pending>
}

/** To start threads takes as long as about so many calculations: fewer are not worth it. */
const worthwhile = 100

/**
 * Calculates on all cores, and out of the way of other requests, once calculations have been wanted at the same time as
 * others often enough. Until then, as in tests, a calculation is done at once where it is wanted.
 */
export class Threads {
  /** Those that can be used. */
  readonly #threads = new Set<Thread>()
  readonly #workers = new Set<Worker>()
  #starting: Promise<unknown> | undefined
  #isClosed = false
  #isWanted = false
  #crowded = 0
  #next = 0

  /** How many threads there are. */
  get running(): number {
    return this.#threads.size
  }

  readonly calculate: Calculate = async (name, ...values) => {
    const question = { id: this.#next++, name, values }
    const [first, ...others] = this.#threads
    if (first) {
      const idlest = others.reduce(
        (one, other) => (other.pending.size < one.pending.size ? other : one),
        first,
      )
      return sent(idlest, question) as never
    }
    if (this.#isWanted) this.#crowded += 1
    if (this.#crowded >= worthwhile) void this.start()
    this.#isWanted = true
    setImmediate(() => {
      this.#isWanted = false
    })
    return calculated(question) as never
  }

  /** Starts a thread for each core, once; resolves when they can be used. */
  start(): Promise<unknown> {
    if (this.#isClosed) return Promise.resolve()
    this.#starting ??= Promise.allSettled(
      Array.from({ length: availableParallelism() }, () => this.#startOne()),
    )
    return this.#starting
  }

  /** Ends the threads; what they have not calculated yet is calculated here. */
  close(): void {
    this.#isClosed = true
    this.#threads.clear()
    for (const worker of this.#workers) void worker.terminate()
  }

  async #startOne(): Promise<void> {
    // Options of this process are not the thread's affair. Published, it is JavaScript.
    const worker = new Worker(new URL(`./thread${extension}`, import.meta.url), { execArgv: [] })
    const thread: Thread = { worker, pending: new Map() }
    this.#workers.add(worker)
    // Nobody waits for a thread but whoever has sent it something.
    worker.unref()
    worker.on('message', ({ id, value }: Result) => {
      thread.pending.get(id)?.resolve(value)
      thread.pending.delete(id)
      if (thread.pending.size === 0) worker.unref()
    })
    // Where its file is not found, as after bundling, everything goes on here.
    worker.on('error', () => {})
    worker.once('exit', () => {
      this.#threads.delete(thread)
      this.#workers.delete(worker)
      for (const { question, resolve, reject } of thread.pending.values()) {
        new Promise((done) => done(calculated(question))).then(resolve, reject)
      }
    })
    await once(worker, 'online')
    if (!this.#isClosed) this.#threads.add(thread)
  }
}

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'))

function sent({ worker, pending }: Thread, question: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    pending.set(question.id, { question, resolve, reject })
    worker.ref()
    worker.postMessage(question)
  })
}

const calculated = ({ name, values }: Question): unknown =>
  (calculations[name] as (...values: readonly unknown[]) => unknown)(...values)
