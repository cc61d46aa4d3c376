import { type Shape, shapeOf } from '../../packages/local-user-pool/src/protocol/model.ts'
import { leastOf, textOf } from '../../packages/local-user-pool/src/test-inputs.ts'
import type { Chance } from './chance.ts'
import type { Hostile } from './hostile.ts'
import type { Known } from './known.ts'

/** Inputs that the model of the API allows, and inputs that it nearly allows. */
export class Inputs {
  readonly #chance: Chance
  readonly #hostile: Hostile
  readonly #known: Known

  constructor(chance: Chance, hostile: Hostile, known: Known) {
    this.#chance = chance
    this.#hostile = hostile
    this.#known = known
  }

  /** What the shape allows; of what is optional the fewer, the deeper it stands. */
  fitting(name: string, depth = 0): unknown {
    const shape = shapeOf(name)
    switch (shape.type) {
      case 'structure':
        return this.#structure(shape, depth)
      case 'list': {
        const length = Math.max(shape.min ?? 0, Math.min(this.#chance.below(4), shape.max ?? 3))
        return Array.from({ length }, () => this.fitting(shape.member, depth + 1))
      }
      case 'map': {
        const length = Math.max(shape.min ?? 0, this.#chance.below(4))
        const entry = () => [this.fitting(shape.key, depth + 1), this.fitting(shape.value, depth + 1)]
        return Object.fromEntries(Array.from({ length }, entry))
      }
      case 'string':
        return this.#text(name, shape)
      case 'blob':
        return this.#chance.bytes(this.#chance.below(40)).toString('base64')
      case 'integer':
      case 'long': {
        const { min = 0, max = 1000 } = shape
        return this.#chance.is(0.2) ? this.#chance.pick([min, max]) : min + this.#chance.below(max - min + 1)
      }
      case 'boolean':
        return this.#chance.is(0.5)
      case 'timestamp':
        return this.#chance.below(2 ** 31)
    }
  }

  /** A text that is another one, or a hostile one. */
  hostileText(like = ''): string {
    const { texts } = this.#hostile
    const at = this.#chance.below(like.length + 1)
    return this.#chance.weighed<() => string>([
      [6, () => this.#chance.pick(texts)],
      [2, () => like.slice(0, at)],
      [2, () => like.slice(0, at) + String.fromCharCode(33 + this.#chance.below(90)) + like.slice(at + 1)],
      [1, () => like + this.#chance.pick(texts)],
      [1, () => like.toUpperCase()],
      [0.1, () => 'a'.repeat(70_000)],
    ])()
  }

  /** The same with one thing in it that is otherwise: gone, of another type, too long, too large, or hostile. */
  altered(value: unknown, depth = 0): unknown {
    if (Array.isArray(value)) {
      if (value.length === 0 || this.#chance.is(0.15)) return this.#alteredList(value)
      const at = this.#chance.below(value.length)
      return value.map((member, index) => (index === at ? this.altered(member, depth + 1) : member))
    }
    if (typeof value === 'object' && value !== null) {
      const names = Object.keys(value)
      if (names.length === 0 || this.#chance.is(depth === 0 ? 0.05 : 0.15)) return this.#alteredObject(value)
      const name = this.#chance.pick(names)
      const member = (value as Record<string, unknown>)[name]
      return { ...value, [name]: this.altered(member, depth + 1) }
    }
    if (typeof value === 'string' && this.#chance.is(0.75)) return this.hostileText(value)
    return this.#chance.is(0.1) ? undefined : this.#chance.pick(this.#hostile.values)
  }

  #structure(shape: Extract<Shape, { type: 'structure' }>, depth: number): unknown {
    if (shape.document) return this.#chance.pick(this.#hostile.values)
    const wanted = Object.entries(shape.members).filter(
      ([member]) => shape.required?.includes(member) || this.#chance.is(0.4 / (depth + 1)),
    )
    return Object.fromEntries(wanted.map(([member, target]) => [member, this.fitting(target, depth + 1)]))
  }

  #text(name: string, shape: Extract<Shape, { type: 'string' }>): string {
    if (shape.enum) return this.#chance.pick(shape.enum)
    const known = this.#chance.is(0.7) ? this.#known.any(name) : undefined
    if (known !== undefined) return known
    if (this.#chance.is(0.3)) return this.#chance.pick(this.#hostile.texts)
    const { min = 1, max = 64 } = shape
    const { text, isAllowed } = textOf(shape, this.#chance.is(0.05) ? max : min + this.#chance.below(12))
    return isAllowed ? text : String(leastOf(name))
  }

  #alteredList(list: readonly unknown[]): unknown {
    return this.#chance.pick<() => unknown>([
      () => [...list, ...list],
      () => [...list, null],
      () => Array.from({ length: 1000 }, () => list[0] ?? 'a'),
      () => list[0],
      () => [],
    ])()
  }

  #alteredObject(object: object): unknown {
    const entries = Object.entries(object)
    return this.#chance.pick<() => unknown>([
      () => Object.fromEntries(entries.slice(1)),
      () => Object.fromEntries([...entries, ['__proto__', { isAdmin: true }]]),
      () => Object.fromEntries([...entries, [this.hostileText(), this.#chance.pick(this.#hostile.values)]]),
      () => [object],
      () => this.#chance.pick(this.#hostile.values),
    ])()
  }
}
