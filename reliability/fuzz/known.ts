import { shapeOf } from '../../packages/local-user-pool/src/protocol/model.ts'
import type { Chance } from './chance.ts'

const most = 24

/** What answers have told, by what the model calls it: later requests say it again. */
export class Known {
  readonly #chance: Chance
  readonly #values = new Map<string, string[]>()

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** One of that kind, if there was any. */
  any(kind: string): string | undefined {
    const values = this.#values.get(kind)
    return values && this.#chance.pick(values)
  }

  /** One of that kind that is none of these; one of them if there is no other. */
  other(kind: string, than: readonly string[]): string | undefined {
    const others = this.#values.get(kind)?.filter((value) => !than.includes(value)) ?? []
    return others.length > 0 ? this.#chance.pick(others) : this.any(kind)
  }

  latest(kind: string): string | undefined {
    return this.#values.get(kind)?.at(-1)
  }

  add(kind: string, value: string): void {
    const values = this.#values.get(kind)
    if (!values) this.#values.set(kind, [value])
    else if (!values.includes(value)) {
      values.push(value)
      // The first ones stay: the pool and the people that the run begins with.
      if (values.length > most) values.splice(4, 1)
    }
  }

  /** Remembers the texts of an answer, or of an input that was accepted. */
  learn(value: unknown, shapeName: string): void {
    if (value === null || value === undefined) return
    const shape = shapeOf(shapeName)
    switch (shape.type) {
      case 'structure':
        if (shape.document) return
        for (const [name, target] of Object.entries(shape.members)) {
          if (Object.hasOwn(value as object, name))
            this.learn((value as Record<string, unknown>)[name], target)
        }
        return
      case 'list':
        for (const member of (value as unknown[]).slice(0, 8)) this.learn(member, shape.member)
        return
      case 'string':
        if (!shape.enum) this.add(shapeName, value as string)
        return
      default:
        return
    }
  }
}
