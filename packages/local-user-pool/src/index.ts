export type { SeenRequest } from './console/requests.ts'
export type { Delivery } from './domain/deliveries.ts'
export type { ChallengeResult, TriggerEvent, TriggerName, Triggers } from './domain/triggers.ts'
export { type RunningLocalUserPool, startLocalUserPool } from './doors/http.ts'
export { describeDelivery, describeSeed } from './doors/terminal.ts'
export {
  ConnectionCutError,
  createLocalUserPool,
  type LocalUserPool,
  type LocalUserPoolOptions,
} from './pool.ts'
export { exampleSeed, type Seed, type SeedState, type SeedUser, UnusableSeedError } from './seed.ts'
export { readSeed } from './seed-file.ts'
export { DatabaseUnusableError } from './storage/database.ts'
