import type { Devices } from '../domain/devices.ts'
import type { User } from '../domain/users.ts'
import type { UpdateDeviceStatusRequest } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Whether a device of the user who holds the access token is remembered. */
export const UpdateDeviceStatus = operation('UpdateDeviceStatus', async (input, { tokens, devices }) => {
  const { user } = await tokens.caller(input.AccessToken)
  updateStatus(devices, user, input)
  return {}
})

/** AdminUpdateDeviceStatus does the same. */
// assumed: without a status nothing changes.
export function updateStatus(
  devices: Devices,
  user: User,
  {
    DeviceKey,
    DeviceRememberedStatus,
  }: Pick<UpdateDeviceStatusRequest, 'DeviceKey' | 'DeviceRememberedStatus'>,
): void {
  const device = devices.get(user, DeviceKey)
  if (DeviceRememberedStatus) devices.remember(device, DeviceRememberedStatus === 'remembered')
}
