import { deviceType } from '../domain/devices.ts'
import { deviceOwner } from './admin-get-device.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** The devices of a user, a page at a time. */
export const AdminListDevices = operation('AdminListDevices', (input, context) => {
  const user = deviceOwner(context, input)
  const { items, next } = page(
    input.PaginationToken,
    input.Limit,
    (after, limit) => context.devices.list(user, after, limit),
    ({ key }) => key,
  )
  return { Devices: items.map(deviceType), PaginationToken: next }
})
