import { deviceType } from '../domain/devices.ts'
import type { Caller, Tokens } from '../domain/tokens.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import { operation } from './operation.ts'

/** A device of the user who holds the access token. */
export const GetDevice = operation('GetDevice', async (input, { tokens, devices }) => {
  const { user } = await callerOf(tokens, input.AccessToken)
  return { Device: deviceType(devices.get(user, input.DeviceKey)) }
})

/** Who calls one of the two operations whose model does not require the token that they cannot do without. */
// assumed: the words of the refusal.
export function callerOf(tokens: Tokens, AccessToken: string | undefined): Promise<Caller> {
  return tokens.caller(requiredParameter({ AccessToken }, 'AccessToken'))
}
