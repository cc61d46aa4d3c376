import { operation } from './operation.ts'
import { updateStatus } from './update-device-status.ts'

/** Whether a device of a user is remembered. */
export const AdminUpdateDeviceStatus = operation(
  'AdminUpdateDeviceStatus',
  (input, { pools, users, devices }) => {
    updateStatus(devices, users.get(pools.get(input.UserPoolId), input.Username), input)
    return {}
  },
)
