import type { Database } from './database.ts'

/** As many as a pool in use asks for again and again; whoever is counted in millions is not. */
const most = 1000

/**
 * What nearly every request reads, read and parsed once until something is written to one of its tables. It is frozen:
 * whoever wants to change it makes another.
 */
export class Remembered<Value> {
  readonly #database: Database
  readonly #tables: readonly string[]
  readonly #known = new Map<string, Value>()
  #writes = 0

  /** @param tables all that it is read of */
  constructor(database: Database, ...tables: readonly string[]) {
    this.#database = database
    this.#tables = tables
  }

  /** What `read` answers, or what it answered for the key before. */
  of(key: string, read: () => Value): Value {
    const writes = this.#database.writes(this.#tables)
    if (writes !== this.#writes || this.#known.size >= most) {
      this.#known.clear()
      this.#writes = writes
    }
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = frozen(read())
    // That there is nothing is not worth a place: there is no end of names that nobody has.
    if (value !== undefined) this.#known.set(key, value)
    return value
  }
}

function frozen<Value>(value: Value): Value {
  if (value instanceof Object) {
    for (const member of Object.values(value)) frozen(member)
    Object.freeze(value)
  }
  return value
}
