import type { Answer } from './answers.ts'

const most = 30

/** What was seen in a run, of all pools of it. */
export class Tally {
  requests = 0
  refused = 0
  /** Refused requests that wrote something. */
  wrote = 0
  /** How often settings and people were compared before and after a refused request that wrote something. */
  compared = 0
  /** Operations that were accepted at least once. */
  readonly accepted = new Set<string>()
  /** Endpoints, pages and controls that were answered by anything but a refusal. */
  readonly reached = new Set<string>()
  /** What a refused request wrote, by its name and its refusal. */
  readonly writers = new Map<string, number>()
  readonly #faults = new Map<string, { count: number; first: string }>()

  /** @param kind what must not be @param first how to have it again */
  fault(kind: string, first: string): void {
    const found = this.#faults.get(kind)
    if (found) found.count += 1
    else if (this.#faults.size < most) this.#faults.set(kind, { count: 1, first })
  }

  written(name: string, { status, text }: Answer): void {
    this.wrote += 1
    const key = `${name} ${/"__type":"(\w+)"/.exec(text)?.[1] ?? status}`
    this.writers.set(key, (this.writers.get(key) ?? 0) + 1)
  }

  get faults(): string[] {
    return [...this.#faults].map(([kind, { count, first }]) => `${kind} (${count} times; first ${first})`)
  }
}
