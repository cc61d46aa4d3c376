import type { Run } from './run.ts'
import type { Person, World } from './world.ts'

/** Several requests of which each needs what the one before it answered; any of them may be altered on its way. */
export type Scene = (run: Run, world: World, person: Person) => Promise<unknown>
