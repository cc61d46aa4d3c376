import type { Attributes } from '../core/schema.ts'
import { invalidLambdaResponse } from '../protocol/exceptions.ts'
import type { AttributeType, ClientMetadataType } from '../protocol/types.generated.ts'
import { isTrue } from './lambda-output.ts'
import type { TriggerTypes } from './trigger-events.ts'
import { attributesFor, runTrigger, type TriggerPlace } from './triggers.ts'
import { attributesOf, type User } from './users.ts'
import type { World } from './world.ts'

/** Somebody who is about to become a user. */
interface Newcomer {
  readonly username: string
  readonly attributes: Attributes
  readonly validationData: readonly AttributeType[] | undefined
  readonly clientMetadata: ClientMetadataType | undefined
}

/** What PreSignUp decides. */
export interface Admission {
  readonly isConfirmed: boolean
  /** `email_verified` and `phone_number_verified`, as far as it says so. */
  readonly verified: Attributes
}

/**
 * Asks PreSignUp.
 *
 * @throws UserLambdaValidationException where it refuses
 */
export async function preSignUp(
  world: World,
  place: TriggerPlace,
  triggerSource: TriggerTypes['PreSignUp']['source'],
  { username, attributes, validationData, clientMetadata }: Newcomer,
): Promise<Admission> {
  const response = await runTrigger(world, 'PreSignUp', place, {
    userName: username,
    triggerSource,
    request: {
      userAttributes: attributes,
      validationData: validationData ? attributesOf(validationData) : null,
      ...(clientMetadata && { clientMetadata }),
    },
  })
  const isVerified = {
    email: isTrue(response?.autoVerifyEmail),
    phone_number: isTrue(response?.autoVerifyPhone),
  }
  const contacts = (['email', 'phone_number'] as const).filter((name) => isVerified[name])
  for (const name of contacts) {
    // documented: what is to be verified has to be there. assumed: the words.
    if (!attributes[name]) throw invalidLambdaResponse(`The user has no ${name} that could be verified.`)
  }
  return {
    isConfirmed: isTrue(response?.autoConfirmUser),
    verified: Object.fromEntries(contacts.map((name) => [`${name}_verified`, 'true'])),
  }
}

/**
 * Tells PostConfirmation. What was confirmed stays so, whatever it says.
 *
 * @throws UserLambdaValidationException where it throws
 */
export async function postConfirmation(
  world: World,
  place: TriggerPlace,
  triggerSource: TriggerTypes['PostConfirmation']['source'],
  user: User,
  clientMetadata: ClientMetadataType | undefined,
): Promise<void> {
  await runTrigger(world, 'PostConfirmation', place, {
    userName: user.username,
    triggerSource,
    request: { userAttributes: attributesFor(user), ...(clientMetadata && { clientMetadata }) },
  })
}
