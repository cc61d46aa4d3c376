import type { Context } from '../domain/context.ts'
import { deviceType } from '../domain/devices.ts'
import type { User } from '../domain/users.ts'
import { resourceNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** A device of a user. */
export const AdminGetDevice = operation('AdminGetDevice', (input, context) => {
  const user = deviceOwner(context, input)
  return { Device: deviceType(context.devices.get(user, input.DeviceKey)) }
})

/** The user whose devices are looked at, for operations that the model declares no UserNotFoundException for. */
// assumed: which exception they throw, and the words.
export function deviceOwner(
  { pools, users }: Context,
  { UserPoolId, Username }: { readonly UserPoolId: string; readonly Username: string },
): User {
  const user = users.find(pools.get(UserPoolId), Username)
  if (!user) throw resourceNotFound('User does not exist.')
  return user
}
