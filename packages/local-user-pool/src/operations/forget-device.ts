import { callerOf } from './get-device.ts'
import { operation } from './operation.ts'

/** Deletes a device of the user who holds the access token, and ends what was signed in on it. */
export const ForgetDevice = operation('ForgetDevice', async (input, { tokens, devices }) => {
  const { user } = await callerOf(tokens, input.AccessToken)
  tokens.forgetDevice(devices.get(user, input.DeviceKey))
  return {}
})
