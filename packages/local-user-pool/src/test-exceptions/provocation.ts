import type { Operations } from '../protocol/types.generated.ts'
import type { TestPool } from '../test-pool.ts'

export type Name = keyof Operations

/** A pool where something has happened, and the input that it refuses. */
export type Arranged = readonly [pool: Pick<TestPool, 'fetch'>, input: object]

/** How an operation is brought to answer an exception. */
export interface Provocation {
  readonly operation: Name
  readonly exception: string
  readonly arrange: () => Promise<Arranged>
}

/** By operation, then by exception without its last word. */
export type Provocations = {
  readonly [Operation in Name]?: Readonly<Record<string, Provocation['arrange']>>
}

export function rowsOf(table: Provocations): Provocation[] {
  return Object.entries(table).flatMap(([operation, byException]) =>
    Object.entries(byException).map(([exception, arrange]) => ({
      operation: operation as Name,
      exception: `${exception}Exception`,
      arrange,
    })),
  )
}
