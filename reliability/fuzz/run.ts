import { generateKeyPairSync } from 'node:crypto'
import { createLocalUserPool, type LocalUserPool } from '@genkan/local-user-pool'
import { model } from '../../packages/local-user-pool/src/protocol/model.ts'
import { type Answer, wrongAnyway, wrongOfOperation } from './answers.ts'
import { Chance } from './chance.ts'
import { type Hostile, hostileOf } from './hostile.ts'
import { Inputs } from './inputs.ts'
import { Journal } from './journal.ts'
import { Known } from './known.ts'
import { mayWrite } from './refusals-that-write.ts'
import type { Tally } from './tally.ts'

export const endpoint = 'http://localhost:9339'

/** What an operation answered, or an event of the model's; its members are whatever they are. */
// biome-ignore lint/suspicious/noExplicitAny: the model checks the answers; here they are only taken apart.
export type Output = any

interface Sent {
  /** The operation, or method and path. */
  readonly name: string
  readonly request: () => Request
  /** What is wrong with the answer besides what is wrong with any. */
  readonly judge: (answer: Answer) => Iterable<string>
  /** To say again what was sent. */
  readonly told: () => string
}

// Keys take their time to make, and nothing here is about them.
const jwk = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'key',
}

const slowest = 30_000

/** A pool and all that is known of it, from the first request to the last. */
export class Run {
  readonly chance: Chance
  readonly known: Known
  readonly inputs: Inputs
  readonly hostile: Hostile
  readonly tally: Tally
  readonly pool: LocalUserPool
  /** Faults are set on purpose: what answers 500 then is they. */
  faultsAreSet = false
  now = Date.UTC(2026, 10, 21, 9)
  readonly #seed: number
  #journal: Journal | undefined
  readonly #database: string
  #sent = 0
  /** A pool makes its keys when a token is first signed or looked at, whatever else comes of that request. */
  #madeKey = false
  #export: string | undefined

  /** @param file a database that is not there yet */
  constructor(seed: number, file: string, tally: Tally) {
    this.#seed = seed
    this.chance = new Chance(seed)
    this.hostile = hostileOf(seed)
    this.tally = tally
    this.known = new Known(this.chance)
    this.inputs = new Inputs(this.chance, this.hostile, this.known)
    this.#database = file
    // Of a chance of its own: how many bytes a request takes is nothing that the next one should depend on.
    const bytes = new Chance(~seed)
    this.pool = createLocalUserPool({
      storage: { file },
      endpoint,
      clock: () => this.now,
      random: (length) => bytes.bytes(length),
      newSigningKey: async () => {
        this.#madeKey = true
        return jwk
      },
      onBug: (operation, error) =>
        this.fault(operation, `is a bug: ${error instanceof Error ? error.stack : error}`),
    })
  }

  get sent(): number {
    return this.#sent
  }

  fault(name: string, text: string, told = ''): void {
    this.tally.fault(
      `${name} ${text}`,
      `FUZZ_SEED=${this.#seed}, request ${this.#sent}: ${told.slice(0, 2000)}`,
    )
  }

  /** Sends a request and looks at all that must hold whatever it is. */
  async send({ name, request, judge, told }: Sent): Promise<Answer> {
    this.#sent += 1
    this.tally.requests += 1
    this.now += this.chance.weighed([
      [300, this.chance.below(2000)],
      [1, 20 * 60_000],
      [0.1, 26 * 60 * 60_000],
    ])
    const writes = mayWrite(name)
    // What is exported takes its time; that a refusal leaves it alone is looked at where it may write anything at all.
    const before = writes && this.chance.is(0.2) ? await this.#kept() : undefined
    const start = performance.now()
    const answer = await this.#answered(name, request, told)
    if (performance.now() - start > slowest) this.fault(name, 'takes longer than 30 s', told())
    const madeKey = this.#madeKey
    this.#madeKey = false
    this.#journal ??= new Journal(this.#database)
    const hasWritten = this.#journal.hasGrown()
    if (this.faultsAreSet) {
      this.#export = undefined
      return answer
    }
    for (const text of [...wrongAnyway(answer), ...judge(answer)]) this.fault(name, text, told())
    if (!isAccepted(answer)) this.tally.refused += 1
    if (!hasWritten) return answer
    if (isAccepted(answer)) this.#export = undefined
    else if (!madeKey) await this.#look(name, answer, before, told)
    return answer
  }

  /** Calls an operation; answers what it answers, or undefined where it refuses. */
  async call(name: string, input: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Output> {
    const answer = await this.operation(name, JSON.stringify(input) ?? '', headers)
    if (answer.status !== 200) return undefined
    const output = JSON.parse(answer.text) as Output
    const described = model.operations[name]
    if (described?.output) this.known.learn(output, described.output)
    if (described?.input) this.known.learn(input, described.input)
    this.tally.accepted.add(name)
    return output
  }

  /** The same, with an input that is altered now and then. */
  async try(name: string, input: object): Promise<Output> {
    return this.call(name, this.chance.is(0.12) ? this.inputs.altered(input) : input)
  }

  operation(
    name: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.send({
      name,
      request: () =>
        new Request(`${endpoint}/`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            authorization: 'AWS4-HMAC-SHA256 Credential=fuzz',
            'x-amz-target': `${model.service}.${name}`,
            ...headers,
          },
          body,
        }),
      judge: (answer) => wrongOfOperation(name, answer),
      told: () => (typeof body === 'string' ? body : Buffer.from(body).toString('base64')),
    })
  }

  /** The code that was sent to somebody last. */
  async inbox(to: string): Promise<string> {
    const response = await this.pool.fetch(
      new Request(`${endpoint}/_local/inbox?to=${encodeURIComponent(to)}`),
    )
    const { items } = (await response.json()) as { items: readonly { secret: string }[] }
    return items[0]?.secret ?? '000000'
  }

  close(): void {
    this.#journal?.close()
    this.pool.close()
  }

  async #answered(name: string, request: () => Request, told: () => string): Promise<Answer> {
    try {
      const response = await this.pool.fetch(request())
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (error) {
      if (!this.faultsAreSet)
        this.fault(name, `has no answer: ${error instanceof Error ? error.stack : error}`, told())
      return { status: 400, headers: new Headers(), text: '' }
    }
  }

  /** What a refused request wrote. */
  async #look(name: string, answer: Answer, before: string | undefined, told: () => string): Promise<void> {
    this.tally.written(name, answer)
    if (!mayWrite(name, answer))
      this.fault(name, `writes although it refuses: ${answer.status} ${answer.text.slice(0, 200)}`, told())
    this.#export = undefined
    if (before === undefined) return
    this.#export = await this.#exported()
    this.tally.compared += 1
    if (this.#export !== before)
      this.fault(name, `changes settings or people although it refuses: ${answer.text.slice(0, 200)}`, told())
  }

  /** Settings and people as they were after the last request that changed any. */
  async #kept(): Promise<string> {
    this.#export ??= await this.#exported()
    return this.#export
  }

  async #exported(): Promise<string> {
    return (await this.pool.fetch(new Request(`${endpoint}/_local/export`))).text()
  }
}

const isAccepted = ({ status }: Answer) => status < 400
