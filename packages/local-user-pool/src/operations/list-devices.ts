import { deviceType } from '../domain/devices.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** The devices of the user who holds the access token, a page at a time. */
export const ListDevices = operation('ListDevices', async (input, { tokens, devices }) => {
  const { user } = await tokens.caller(input.AccessToken)
  const { items, next } = page(
    input.PaginationToken,
    input.Limit,
    (after, limit) => devices.list(user, after, limit),
    ({ key }) => key,
  )
  return { Devices: items.map(deviceType), PaginationToken: next }
})
