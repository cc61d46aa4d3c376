import { invalidParameter } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Keeps what the password of a new device is verified with: the device that this sign-in was told it is. */
export const ConfirmDevice = operation('ConfirmDevice', async (input, { tokens, devices }) => {
  const { user, pool, deviceKey } = await tokens.caller(input.AccessToken)
  // observed: the words, in public code bases.
  if (input.DeviceKey !== deviceKey) throw invalidParameter('Invalid device key given.')
  const asksUser = pool.DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt === true
  devices.confirm(user, deviceKey, input.DeviceName, input.DeviceSecretVerifierConfig, !asksUser)
  return { UserConfirmationNecessary: asksUser }
})
