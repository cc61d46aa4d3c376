import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import type { CognitoLocal } from './cognito-local/read.ts'
import { takeOver } from './cognito-local/take-over.ts'
import { MovableClock } from './console/clock.ts'
import { ConnectionCutError, Faults } from './console/faults.ts'
import { Requests, type SeenRequest } from './console/requests.ts'
import { newUuid } from './core/identifiers.ts'
import { randomOfStock } from './core/random.ts'
import type { Random } from './core/srp.ts'
import type { Deployment } from './definition/deploy.ts'
import type { Definition } from './definition/plan.ts'
import { type Authority, authorityOf } from './domain/authority.ts'
import { emptied } from './domain/backup.ts'
import { type Context, createContext } from './domain/context.ts'
import type { Delivery } from './domain/deliveries.ts'
import { type NewSigningKey, SigningKeys } from './domain/signing-keys.ts'
import { type TriggerName, type Triggers, triggerNames } from './domain/trigger-events.ts'
import type { World } from './domain/world.ts'
import { operationOf, operations } from './operations/index.ts'
import { dispatcher, type Handle, type OnBug } from './protocol/dispatch.ts'
import { model } from './protocol/model.ts'
import type { Operations } from './protocol/types.generated.ts'
import { routes } from './routes.ts'
import { plant, type Seed } from './seed.ts'
import { Database, DatabaseUnusableError, type Location } from './storage/database.ts'
import { KeyTable } from './storage/keys.ts'
import { Threads } from './threads/threads.ts'
import { inProcess } from './triggers/in-process.ts'
import { lambdaEndpoint } from './triggers/lambda-endpoint.ts'

export { ConnectionCutError }

/** What a pool may be given; all of it has a default. */
export interface LocalUserPoolOptions {
  /** Where the data lives: `'memory'` (the default), or a file that survives a restart. */
  readonly storage?: Location
  /**
   * What a new database begins with; a database that has this pool already keeps what it has. Not together with a
   * definition, which says itself which pools and users there are.
   */
  readonly seed?: Seed
  /** A CloudFormation template whose user pools, clients, groups and users there are to be. */
  readonly definition?: Definition
  /**
   * The user pools of cognito-local, as `readCognitoLocal()` answers them; a database that has one of them already keeps
   * what it has. Not together with a seed or a definition.
   */
  readonly cognitoLocal?: CognitoLocal
  /** Where clients reach the pool, without a slash at the end. It begins the `iss` of every token. */
  readonly endpoint?: string
  /**
   * Where browsers and clients reach the OAuth 2.0 endpoints and the managed login pages, without a slash at the end;
   * or what tells it, where it is not known yet. Default: the endpoint.
   */
  readonly domainEndpoint?: string | (() => string)
  /** The region of pools that are made here. Default `ap-northeast-1`. */
  readonly region?: string
  /**
   * Milliseconds since 1970. Default `Date.now`. What `/_local/clock` moves it by comes on top, so a test may use either
   * or both.
   */
  readonly clock?: () => number
  /**
   * What every code is that is sent, of 6 to 8 digits, for tests that expect one. Without it each is a new one. An
   * authenticator app's codes are not sent, and stay what they are.
   */
  readonly fixedCode?: string
  /** Default: that of `node:crypto`. */
  readonly random?: Random
  /** Makes the keys of a new database. By default each makes two of its own when the first token is signed. */
  readonly newSigningKey?: NewSigningKey
  /** Functions in the place of the user pools' Lambda triggers, by the trigger's name. */
  readonly triggers?: Triggers
  /**
   * Where Lambda's Invoke API is spoken, such as `http://localhost:3001` by SAM: the functions that a user pool's
   * LambdaConfig names are asked there, those that `triggers` has not.
   */
  readonly lambdaEndpoint?: string
  /** Resolves when so many milliseconds are over: how long triggers are waited for. Default `setTimeout`. */
  readonly timer?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
  /** Told of what a custom sender throws, which no answer can tell. By default it goes to stderr. */
  readonly onTriggerError?: (name: TriggerName, error: unknown) => void
  /**
   * Told of every error that is a bug of the pool, or, as a `DatabaseUnusableError`, of its disk. By default it goes to
   * stderr.
   */
  readonly onBug?: OnBug
}

/** A user pool on this machine. */
export interface LocalUserPool {
  /** Where clients reach it, without a slash at the end: what was given, or `http://localhost:9339`. */
  readonly endpoint: string
  /**
   * What came of the definition, or of cognito-local's data: ids, and what of it is not honoured; nothing where there is
   * neither. Rejects with a `TemplateError`, as `fetch` does, where a definition cannot be followed.
   */
  readonly deployment: Promise<Deployment>
  /**
   * Answers a request as Cognito would: the API, the keys, and what exists only locally below `/_local/`.
   *
   * @throws ConnectionCutError where a fault that was set at `/_local/faults` leaves the request without an answer
   */
  fetch(request: Request): Promise<Response>
  /** What clients of its TLS servers trust; made when it is first asked for, and kept with the data. */
  authority(): Authority
  /** Calls the listener for each code or invitation that is "sent"; answers how to stop. */
  onDelivery(listener: (delivery: Delivery) => void): () => void
  /** Calls the listener for each request of the API, with what became of it; answers how to stop. */
  onRequest(listener: (request: SeenRequest) => void): () => void
  /** Ends the pool and lets go of its file. */
  close(): void
}

/** Milliseconds, by no clock that can be moved. */
const sweepInterval = 10 * 60 * 1000

/** What takes a few milliseconds. */
const sweptAtOnce = 200

/**
 * Makes a user pool: one function from `Request` to `Response`, with no port of its own.
 *
 * @throws DatabaseUnusableError where the file cannot be used, UnusableSeedError where the seed cannot,
 *   CognitoLocalUnusableError where cognito-local's data cannot, RangeError where `fixedCode` is not one
 */
export function createLocalUserPool(options: LocalUserPoolOptions = {}): LocalUserPool {
  const { storage = 'memory', seed, definition, cognitoLocal, fixedCode } = options
  if ([seed, definition, cognitoLocal].filter(Boolean).length > 1) {
    throw new TypeError(
      'A pool begins with a seed, a definition or the data of cognito-local: with one of them.',
    )
  }
  if (fixedCode !== undefined && !/^\d{6,8}$/.test(fixedCode)) {
    throw new RangeError('The fixed code must be 6 to 8 digits.')
  }
  const closing = new AbortController()
  // What is under way when the pool closes finds its database closed: nobody waits for it, and it is no bug.
  const unlessClosed =
    <Told extends unknown[]>(tell: (...told: Told) => void) =>
    (...told: Told) => {
      if (!closing.signal.aborted) tell(...told)
    }
  const onBug = unlessClosed(options.onBug ?? report)
  const database = new Database(storage)
  const clock = new MovableClock(options.clock ?? Date.now)
  const endpoint = options.endpoint ?? 'http://localhost:9339'
  const { domainEndpoint = endpoint } = options
  const threads = new Threads()
  const world: World = {
    database,
    clock: clock.now,
    fixedCode,
    random: options.random ?? randomOfStock,
    pause: (milliseconds) => setTimeout(milliseconds),
    calculate: threads.calculate,
    region: options.region ?? 'ap-northeast-1',
    endpoint,
    get domainEndpoint() {
      return typeof domainEndpoint === 'function' ? domainEndpoint() : domainEndpoint
    },
    functions: inProcess(
      options.triggers ?? {},
      options.lambdaEndpoint === undefined ? undefined : lambdaEndpoint(options.lambdaEndpoint),
    ),
    timer: options.timer ?? ((milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })),
    closing: closing.signal,
    onTriggerError: unlessClosed(options.onTriggerError ?? reportTrigger),
  }
  const keyTable = new KeyTable(database)
  let known: Authority | undefined
  const authority = () => (known ??= authorityOf(keyTable))
  const keys = new SigningKeys(keyTable, world.random, options.newSigningKey)
  const context = createContext(world, keys, keyTable)
  // Whatever a template names may stand at the endpoint.
  const functions = new Set<string>(
    options.lambdaEndpoint ? triggerNames : Object.keys(options.triggers ?? {}),
  )
  const plantSeed = () => {
    if (seed) plant(context, seed)
    return cognitoLocal ? takeOver(context, cognitoLocal, functions) : nothing
  }
  let planted: Deployment
  try {
    planted = plantSeed()
  } catch (error) {
    database.close()
    throw error
  }
  // A trigger that the template's users set off may call the pool: its requests are part of what others wait for.
  const ofDeployment = new AsyncLocalStorage<true>()
  const deployNow = (wanted: Definition) => ofDeployment.run(true, () => deployed(wanted, context, functions))
  const deployment = definition ? deployNow(definition) : Promise.resolve(planted)
  // What requests wait for, at the start and after each reset; undefined where there is nothing to wait for.
  let deploying: Promise<void> | undefined
  const settled = () => {
    deploying = undefined
  }
  if (definition) deploying = deployment.then(settled)
  // Whoever asks is told; that nobody asks is no reason to end the process.
  for (const promise of [deployment, deploying]) promise?.catch(() => {})
  const plantAnew = async () => {
    while (deploying !== undefined) await deploying
    emptied(world, plantSeed)
    if (!definition) return
    deploying = deployNow(definition)
      .then(() => {})
      .finally(settled)
    await deploying
  }

  const sweep = () => {
    if (closing.signal.aborted) return
    for (const part of [context.attempts, context.deliveries, context.loginSessions]) part.sweep()
    // Of these every sign-in leaves one, and nobody is to wait until all are gone.
    const swept = [context.challenges, context.tokens].map((part) => part.sweep(sweptAtOnce))
    if (swept.includes(sweptAtOnce)) setImmediate(sweep).unref()
  }
  // A new database in memory has nothing to sweep, and what nobody asks gathers nothing.
  if (storage !== 'memory') sweep()
  let sweptAt = performance.now()
  const sweepNowAndThen = () => {
    if (performance.now() - sweptAt < sweepInterval) return
    sweptAt = performance.now()
    setImmediate(sweep).unref()
  }

  const newRequestId = () => newUuid(world.random)
  const requests = new Requests(clock.now)
  const faults = new Faults(newRequestId, closing.signal, (...strike) => requests.struck(...strike))
  const handlers = new Map<string, Handle>(
    operationNames.map((name) => [name, async (input) => (await operationOf(name)).handle(input, context)]),
  )
  const dispatch = dispatcher(handlers, onBug, newRequestId, (decision) => requests.decided(decision))
  const call = (operation: string, input: object) => dispatch(administrators(operation, input))
  const app = routes(
    { context, keys, authority, clock, faults, requests, seed, call, plantAnew, closing: closing.signal },
    dispatch,
    onBug,
  )
  return {
    endpoint: world.endpoint,
    deployment,
    fetch: async (request) => {
      sweepNowAndThen()
      while (deploying !== undefined && !ofDeployment.getStore()) await deploying
      return app.fetch(request)
    },
    authority,
    onDelivery: (listener) => context.deliveries.onDelivery(listener),
    onRequest: (listener) => requests.onRequest(listener),
    close() {
      closing.abort()
      threads.close()
      database.close()
    },
  }
}

/** A request as one that administrators sign. */
function administrators(operation: string, input: object): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'x-amz-target': `${model.service}.${operation}`, authorization: 'AWS4-HMAC-SHA256' },
    body: JSON.stringify(input),
  })
}

const operationNames = Object.keys(operations) as (keyof Operations)[]

const nothing: Deployment = { pools: [], differences: [] }

async function deployed(
  definition: Definition,
  context: Context,
  functions: ReadonlySet<string>,
): Promise<Deployment> {
  const { region, endpoint } = context.world
  const place = { region, endpoint, accountId: '000000000000' }
  // Loaded by those alone who have a template.
  const [{ planOf }, { deploy }] = await Promise.all([
    import('./definition/plan.ts'),
    import('./definition/deploy.ts'),
  ])
  return deploy(planOf(definition, place, functions), {
    isStoredOnly: async (name) => (await operationOf(name)).isStoredOnly === true,
    async call(name, input, newId) {
      const operation = await operationOf(name)
      return { ...(await operation.handle(input as never, { ...context, newId })) }
    },
  })
}

/** Tells the person at the terminal why an operation failed: by a bug, unless the disk is to blame. */
export function report(operation: string, error: unknown): void {
  if (error instanceof DatabaseUnusableError) {
    console.error(`local-user-pool: ${operation} failed. ${error.message}`)
    return
  }
  console.error(`local-user-pool: ${operation} failed with an error that is a bug:`, error)
}

function reportTrigger(name: TriggerName, error: unknown): void {
  console.error(`local-user-pool: ${name} failed:`, error)
}
