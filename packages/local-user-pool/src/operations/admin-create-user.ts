import type { Attributes } from '../core/schema.ts'
import { checkAttributes } from '../domain/attributes.ts'
import type { Context } from '../domain/context.ts'
import type { Contact } from '../domain/deliveries.ts'
import { isPasswordless } from '../domain/first-factors.ts'
import { envelopeAtOnce, envelopeFor } from '../domain/messages.ts'
import { checkPolicy, newTemporary, temporaryPasswordFor, untoldTemporary } from '../domain/passwords.ts'
import { preSignUp } from '../domain/sign-up-triggers.ts'
import type { UserPool } from '../domain/user-pools.ts'
import {
  attributesOf,
  LoginTakenError,
  loginAttribute,
  newSub,
  type User,
  type Users,
  userType,
} from '../domain/users.ts'
import type { World } from '../domain/world.ts'
import { unsupportedUserState, usernameExists } from '../protocol/exceptions.ts'
import type { AdminCreateUserRequest } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/**
 * Makes a user with a temporary password, and sends the invitation that carries it. Where people sign in by codes, a
 * user may come without a password.
 */
export const AdminCreateUser = operation('AdminCreateUser', async (input, context) => {
  const { world, pools, users } = context
  const pool = pools.get(input.UserPoolId)
  const isRepeated = input.MessageAction === 'RESEND'
  const attributes = attributesOf(input.UserAttributes)
  if (input.TemporaryPassword === undefined && !isRepeated && isPasswordless(pool)) {
    checkAttributes(pool, attributes)
    const sub = await admitted(world, pool, input, attributes)
    // observed: a published measurement: a user without a password is confirmed at once.
    // assumed: no invitation is sent without a temporary password.
    return { User: userType(created(users, pool, input, attributes, { sub, status: 'CONFIRMED' })) }
  }
  const password = input.TemporaryPassword ?? temporaryPasswordFor(world, pool)
  checkPolicy(pool, password)
  if (isRepeated) return { User: userType(await invitedAgain(context, pool, password, input)) }
  checkAttributes(pool, attributes)
  const sub = await admitted(world, pool, input, attributes)
  const { saved, isDone } = world.database.transaction(() => {
    const user = created(users, pool, input, attributes, { sub, status: 'FORCE_CHANGE_PASSWORD' })
    const isSilent = input.MessageAction === 'SUPPRESS'
    const isUntold = isSilent && input.TemporaryPassword === undefined
    const temporary = isUntold ? untoldTemporary(world, pool) : newTemporary(world, pool, user, password)
    const saved = users.change(pool, user, temporary)
    return { saved, isDone: isSilent || invitedAtOnce(context, pool, saved, password, input) }
  })
  if (!isDone) {
    const send = await invitation(context, pool, saved, password, input)
    world.database.transaction(() => send(users.current(pool, saved)))
  }
  return { User: userType(saved) }
})

/**
 * Asks PreSignUp.
 *
 * @returns the sub of the user who may be made
 */
// documented: what it answers beside a refusal is ignored.
async function admitted(
  world: World,
  pool: UserPool,
  { Username, ValidationData: validationData, ClientMetadata: clientMetadata }: AdminCreateUserRequest,
  attributes: Attributes,
): Promise<string> {
  const sub = newSub(world)
  const byAttribute = pool.UsernameAttributes?.length ? loginAttribute(pool, Username) : undefined
  const newcomer = {
    username: byAttribute ? sub : Username,
    attributes: { ...attributes, ...(byAttribute && { [byAttribute]: Username }) },
    validationData,
    clientMetadata,
  }
  await preSignUp(world, { pool }, 'PreSignUp_AdminCreateUser', newcomer)
  return sub
}

function created(
  users: Users,
  pool: UserPool,
  { Username }: AdminCreateUserRequest,
  attributes: Attributes,
  fields: Pick<User, 'status' | 'sub'>,
): User {
  try {
    return users.create(pool, Username, attributes, fields)
  } catch (error) {
    if (error instanceof LoginTakenError) throw usernameExists('User account already exists')
    throw error
  }
}

/** Gives somebody who was invited another password, once it is known how it is to be sent. */
async function invitedAgain(
  context: Context,
  pool: UserPool,
  password: string,
  input: AdminCreateUserRequest,
): Promise<User> {
  const { world, users } = context
  const user = users.get(pool, input.Username)
  checkHasNotCome(user)
  const send = await invitation(context, pool, user, password, input)
  return world.database.transaction(() => {
    const saved = users.change(pool, user, (current) => {
      checkHasNotCome(current)
      return newTemporary(world, pool, current, password)
    })
    send(saved)
    return saved
  })
}

function checkHasNotCome({ status }: User): void {
  if (status === 'FORCE_CHANGE_PASSWORD') return
  // assumed: the words.
  throw unsupportedUserState('Resend not possible. User status is not FORCE_CHANGE_PASSWORD.')
}

/** Sends the invitation, unless words for it have to be asked for; answers whether there is nothing left to do. */
function invitedAtOnce(
  { world, deliveries }: Context,
  pool: UserPool,
  user: User,
  password: string,
  input: AdminCreateUserRequest,
): boolean {
  const contact = contactOf(user, input)
  if (!contact) return true
  const envelope = envelopeAtOnce(world, occasionOf(pool, input), user, contact)
  if (envelope) deliveries.sendInvitation(user, password, contact, envelope)
  return envelope !== undefined
}

/** Finds out how the invitation is to be sent, and answers what sends it. */
async function invitation(
  { world, deliveries }: Context,
  pool: UserPool,
  user: User,
  password: string,
  input: AdminCreateUserRequest,
): Promise<(user: User) => void> {
  const contact = contactOf(user, input)
  if (!contact) return () => {}
  const envelope = await envelopeFor(world, occasionOf(pool, input), user, contact)
  return (now) => deliveries.sendInvitation(now, password, contact, envelope)
}

// documented: text message is the default medium; a user without the address for it gets the invitation by the other.
function contactOf(
  { attributes }: User,
  { DesiredDeliveryMediums: mediums = ['SMS'] }: AdminCreateUserRequest,
): Contact | undefined {
  const order = mediums.includes('EMAIL')
    ? (['email', 'phone_number'] as const)
    : (['phone_number', 'email'] as const)
  return order.find((name) => attributes[name])
}

const occasionOf = (pool: UserPool, { ClientMetadata: clientMetadata }: AdminCreateUserRequest) =>
  ({ pool, source: 'AdminCreateUser', clientMetadata }) as const
