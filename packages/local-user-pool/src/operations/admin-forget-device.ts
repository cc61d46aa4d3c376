import { operation } from './operation.ts'

/** Deletes a device of a user, and ends what was signed in on it. */
export const AdminForgetDevice = operation(
  'AdminForgetDevice',
  (input, { pools, users, tokens, devices }) => {
    const user = users.get(pools.get(input.UserPoolId), input.Username)
    tokens.forgetDevice(devices.get(user, input.DeviceKey))
    return {}
  },
)
