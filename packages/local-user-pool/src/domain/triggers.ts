import { isRecord } from '../core/record.ts'
import { unexpectedLambda, userLambdaValidation } from '../protocol/exceptions.ts'
import type { LambdaConfigType } from '../protocol/types.generated.ts'
import { type Client, Clients } from './clients.ts'
import { unrecognizable } from './lambda-output.ts'
import {
  blankResponses,
  type SenderName,
  type TriggerEvent,
  type TriggerName,
  type TriggerTypes,
} from './trigger-events.ts'
import { type UserPool, UserPools } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

/** Where the functions behind triggers are: in this process, or at an address. */
export interface TriggerFunctions {
  /** Whether a function stands behind the trigger of a pool that is configured so. */
  has(name: TriggerName, config: LambdaConfigType): boolean
  /**
   * Hands the event over, once. What the function throws, this throws.
   *
   * @param signal aborted when nobody waits for the answer any longer
   * @throws InvocationError where the function could not be asked
   */
  invoke(
    name: TriggerName,
    event: TriggerEvent,
    config: LambdaConfigType,
    signal: AbortSignal,
  ): Promise<unknown>
}

/** Thrown where a function could not be asked, which is not what a function throws. */
export class InvocationError extends Error {
  /** Whether another try may have more luck. */
  readonly isTransient: boolean

  constructor(message: string, isTransient: boolean) {
    super(message)
    this.isTransient = isTransient
  }
}

/** What running a trigger takes from outside. */
export interface TriggerWorld {
  readonly functions: TriggerFunctions
  /** Resolves when so many milliseconds are over; rejects when aborted. */
  readonly timer: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
  /** Aborted when the pool closes: then nothing is waited for any longer. */
  readonly closing: AbortSignal
}

/** Which pool's trigger it is, and through which client it runs: none in operations of administrators. */
export interface TriggerPlace {
  readonly pool: UserPool
  readonly client?: Client | undefined
}

/** What is an event's own. */
interface Details<Name extends TriggerName>
  extends Pick<TriggerEvent<Name>, 'userName' | 'triggerSource' | 'request'>,
    Partial<Pick<TriggerEvent<Name>, 'version' | 'response'>> {}

// documented: a function must answer within 5 seconds, and is asked up to three times.
const timeout = 5000
const tries = 3

/**
 * Asks a trigger. Never inside a transaction: it may take its time.
 *
 * @returns its response; undefined where the pool has no such trigger
 * @throws UserLambdaValidationException where it throws, UnexpectedLambdaException where it does not answer in time,
 * InvalidLambdaResponseException where it answers no event, ResourceNotFoundException where the pool or the client is
 * gone by then
 */
export async function runTrigger<Name extends TriggerName>(
  world: World,
  name: Name,
  { pool, client }: TriggerPlace,
  details: Details<Name>,
): Promise<TriggerTypes[Name]['response'] | undefined> {
  const { LambdaConfig: config = {} } = pool
  if (!world.functions.has(name, config)) return undefined
  const event = eventOf(name, { pool, client }, details)
  const answer = await answered(world, name, event, config)
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      // observed: the words, in public issues.
      if (error instanceof InvocationError)
        throw unexpectedLambda(`${name} invocation failed due to error ${message}.`)
      // observed: the words, in a recorded answer of AWS.
      throw userLambdaValidation(`${name} failed with error ${message}.`)
    })
    // Whatever comes next is written for them, a refusal too.
    .finally(() => (client ? new Clients(world).get(client.ClientId) : new UserPools(world).get(pool.Id)))
  const { response } = isRecord(answer) ? answer : {}
  if (!isRecord(response)) throw unrecognizable()
  return asJson(response)
}

/**
 * Hands a message to a sender of the pool's owner.
 */
// documented: Cognito does not wait for custom senders.
export async function handOver(
  world: TriggerWorld,
  name: SenderName,
  { pool, client }: TriggerPlace,
  details: Details<SenderName>,
): Promise<void> {
  await answered(world, name, eventOf<SenderName>(name, { pool, client }, details), pool.LambdaConfig ?? {})
}

/** What a trigger is told of a user. */
// observed: the status among the attributes, in events quoted in public issues.
export function attributesFor(user: User): Record<string, string> {
  return { ...user.attributes, 'cognito:user_status': user.status }
}

function eventOf<Name extends TriggerName>(
  name: Name,
  { pool, client }: TriggerPlace,
  details: Details<Name>,
): TriggerEvent<Name> {
  const [region = ''] = pool.Id.split('_')
  return {
    version: '1',
    region,
    userPoolId: pool.Id,
    callerContext: {
      awsSdkVersion: 'aws-sdk-unknown-unknown',
      // observed: the client of operations that have none, in events quoted in public repositories.
      clientId: client?.ClientId ?? 'CLIENT_ID_NOT_APPLICABLE',
    },
    response: blankResponses[name] as TriggerEvent<Name>['response'],
    ...details,
  }
}

// assumed: what a function throws is final; only silence and failures on the way to it are tried again.
async function answered(
  world: TriggerWorld,
  name: TriggerName,
  event: TriggerEvent,
  config: LambdaConfigType,
): Promise<unknown> {
  for (let count = 1; ; count += 1) {
    try {
      return await answeredInTime(world, name, event, config)
    } catch (error) {
      if (!(error instanceof InvocationError && error.isTransient) || count === tries) throw error
    }
  }
}

async function answeredInTime(
  { functions, timer, closing }: TriggerWorld,
  name: TriggerName,
  event: TriggerEvent,
  config: LambdaConfigType,
): Promise<unknown> {
  if (closing.aborted) throw new InvocationError('the pool is closed', false)
  const over = new AbortController()
  const closed = new Promise<never>((_, reject) => {
    const stop = () => reject(new InvocationError('the pool is closed', false))
    closing.addEventListener('abort', stop, { once: true, signal: over.signal })
  })
  const late = timer(timeout, over.signal).then(() => {
    throw new InvocationError('Socket timeout while invoking Lambda function', true)
  })
  try {
    // A copy, as a Lambda function gets: what it changes there changes nothing here, nor in another try.
    return await Promise.race([functions.invoke(name, asJson(event), config, over.signal), late, closed])
  } finally {
    over.abort()
  }
}

/** What is left of a value on its way to a function or back. */
function asJson<Value>(value: Value): Value {
  try {
    return JSON.parse(JSON.stringify(value))
  } catch {
    throw unrecognizable()
  }
}
