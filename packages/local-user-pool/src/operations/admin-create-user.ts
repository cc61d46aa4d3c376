import { checkAttributes } from '../domain/attributes.ts'
import type { Context } from '../domain/context.ts'
import { isPasswordless } from '../domain/first-factors.ts'
import { checkPolicy, newTemporary, temporaryPasswordFor } from '../domain/passwords.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { attributesOf, LoginTakenError, type User, userType } from '../domain/users.ts'
import { unsupportedUserState, usernameExists } from '../protocol/exceptions.ts'
import type { AdminCreateUserRequest } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/**
 * Makes a user with a temporary password, and sends the invitation that carries it. Where people sign in by codes, a
 * user may come without a password.
 */
export const AdminCreateUser = operation('AdminCreateUser', (input, context) => {
  const { world, pools, users } = context
  const pool = pools.get(input.UserPoolId)
  const isRepeated = input.MessageAction === 'RESEND'
  if (input.TemporaryPassword === undefined && !isRepeated && isPasswordless(pool)) {
    // observed: a published measurement: a user without a password is confirmed at once.
    // assumed: no invitation is sent without a temporary password.
    return { User: userType(world.database.transaction(() => created(context, pool, input, 'CONFIRMED'))) }
  }
  const password = input.TemporaryPassword ?? temporaryPasswordFor(world, pool)
  checkPolicy(pool, password)
  return world.database.transaction(() => {
    const user = isRepeated
      ? invited(context, pool, input.Username)
      : created(context, pool, input, 'FORCE_CHANGE_PASSWORD')
    const saved = users.change(pool, user, newTemporary(world, pool, user, password))
    if (input.MessageAction !== 'SUPPRESS') invite(context, saved, password, input.DesiredDeliveryMediums)
    return { User: userType(saved) }
  })
})

function created(
  { users }: Context,
  pool: UserPool,
  input: AdminCreateUserRequest,
  status: User['status'],
): User {
  const attributes = attributesOf(input.UserAttributes)
  checkAttributes(pool, attributes)
  try {
    return users.create(pool, input.Username, attributes, { status })
  } catch (error) {
    if (error instanceof LoginTakenError) throw usernameExists('User account already exists')
    throw error
  }
}

/** Somebody who was invited and has not come yet. */
function invited({ users }: Context, pool: UserPool, username: string): User {
  const user = users.get(pool, username)
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    // assumed: the words.
    throw unsupportedUserState('Resend not possible. User status is not FORCE_CHANGE_PASSWORD.')
  }
  return user
}

// documented: text message is the default medium; a user without the address for it gets the invitation by the other.
function invite(
  { deliveries }: Context,
  user: User,
  password: string,
  mediums: AdminCreateUserRequest['DesiredDeliveryMediums'] = ['SMS'],
): void {
  const order = mediums.includes('EMAIL')
    ? (['email', 'phone_number'] as const)
    : (['phone_number', 'email'] as const)
  const contact = order.find((name) => user.attributes[name])
  if (contact) deliveries.sendInvitation(user, password, contact)
}
