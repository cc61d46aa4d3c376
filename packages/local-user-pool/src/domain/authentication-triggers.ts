import type { Device } from './devices.ts'
import { tracksDevices } from './devices.ts'
import type { Entrance } from './sign-in.ts'
import type { AboutPerson } from './trigger-events.ts'
import { attributesFor, runTrigger } from './triggers.ts'
import type { User } from './users.ts'

/** What a trigger is told of whoever signs in; of nobody that there is nobody. */
export function aboutPerson(
  { client, clientMetadata }: Pick<Entrance, 'client' | 'clientMetadata'>,
  user: User | undefined,
): AboutPerson {
  return {
    userAttributes: user ? attributesFor(user) : {},
    ...(client.PreventUserExistenceErrors === 'ENABLED' && { userNotFound: user === undefined }),
    ...(clientMetadata && { clientMetadata }),
  }
}

/**
 * Asks PreAuthentication, before anything is proved.
 *
 * @throws UserLambdaValidationException where it refuses
 */
// documented: it also runs for nobody, where the client prevents user existence errors; and not for a refresh.
export async function preAuthentication(
  entrance: Entrance,
  login: string,
  user: User | undefined,
): Promise<void> {
  const { context, pool, validationData } = entrance
  await runTrigger(context.world, 'PreAuthentication', entrance, {
    userName: user?.username ?? context.simulated.username(pool, login),
    triggerSource: 'PreAuthentication_Authentication',
    // documented: the ClientMetadata of InitiateAuth is its validationData.
    request: { ...aboutPerson(entrance, user), validationData: validationData ?? null },
  })
}

/**
 * Tells PostAuthentication, when everything is proved and there are no tokens yet.
 *
 * @throws UserLambdaValidationException where it throws
 */
// assumed: before PreTokenGeneration; and what it throws leaves no tokens.
export async function postAuthentication(
  entrance: Entrance,
  user: User,
  device: Device | undefined,
): Promise<void> {
  const { context, pool, clientMetadata } = entrance
  await runTrigger(context.world, 'PostAuthentication', entrance, {
    userName: user.username,
    triggerSource: 'PostAuthentication_Authentication',
    request: {
      userAttributes: attributesFor(user),
      // documented: only where the pool remembers devices.
      newDeviceUsed: tracksDevices(pool) && !device,
      ...(clientMetadata && { clientMetadata }),
    },
  })
}
