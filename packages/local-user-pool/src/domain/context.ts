import type { KeyTable } from '../storage/keys.ts'
import { Attempts } from './attempts.ts'
import { AuthEvents } from './auth-events.ts'
import { AuthorizationCodes } from './authorization-codes.ts'
import { ChallengesUnderWay } from './challenges-under-way.ts'
import { Clients } from './clients.ts'
import { type Collections, createCollections } from './collections.ts'
import { Deliveries } from './deliveries.ts'
import { Devices } from './devices.ts'
import { Groups } from './groups.ts'
import { ImportJobs } from './import-jobs.ts'
import { LinkedIdentities } from './linked-identities.ts'
import { LoginSessions } from './login-sessions.ts'
import { Passkeys } from './passkeys.ts'
import { ProvisionedLimits } from './provisioned-limits.ts'
import type { SigningKeys } from './signing-keys.ts'
import { SimulatedUsers } from './simulated-users.ts'
import { Tokens } from './tokens.ts'
import { UserPools } from './user-pools.ts'
import { Users } from './users.ts'
import type { World } from './world.ts'

/** All that an operation works with. */
export interface Context extends Collections {
  readonly world: World
  readonly keys: SigningKeys
  readonly pools: UserPools
  readonly clients: Clients
  readonly users: Users
  readonly groups: Groups
  readonly passkeys: Passkeys
  readonly attempts: Attempts
  readonly authEvents: AuthEvents
  readonly identities: LinkedIdentities
  readonly importJobs: ImportJobs
  readonly limits: ProvisionedLimits
  readonly deliveries: Deliveries
  readonly devices: Devices
  readonly challenges: ChallengesUnderWay
  readonly tokens: Tokens
  readonly codes: AuthorizationCodes
  readonly loginSessions: LoginSessions
  readonly simulated: SimulatedUsers
  /** The id of what the operation makes; chosen by the operation where there is none. */
  readonly newId?: string | undefined
}

export function createContext(world: World, keys: SigningKeys, keyTable: KeyTable): Context {
  const pools = new UserPools(world)
  const clients = new Clients(world)
  const users = new Users(world)
  const groups = new Groups(world)
  const devices = new Devices(world)
  const authEvents = new AuthEvents(world)
  const collections = createCollections(world)
  const challenges = new ChallengesUnderWay(world)
  const tokens = new Tokens(world, keys, pools, clients, users, groups, devices)
  return {
    ...collections,
    world,
    keys,
    pools,
    clients,
    users,
    groups,
    passkeys: new Passkeys(world),
    attempts: new Attempts(world, authEvents),
    authEvents,
    identities: new LinkedIdentities(world, users, collections),
    importJobs: new ImportJobs(world, users),
    limits: new ProvisionedLimits(world),
    deliveries: new Deliveries(world),
    devices,
    challenges,
    tokens,
    codes: new AuthorizationCodes(challenges, tokens),
    loginSessions: new LoginSessions(world, users),
    simulated: new SimulatedUsers(world, keyTable),
  }
}
