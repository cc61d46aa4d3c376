import { hasSecret, unableToVerify } from '../domain/clients.ts'
import { operation } from './operation.ts'

/** New tokens for a refresh token, which a client with rotation on gets replaced each time. */
export const GetTokensFromRefreshToken = operation(
  'GetTokensFromRefreshToken',
  async (input, { clients, tokens }) => {
    const client = clients.get(input.ClientId)
    if (!hasSecret(client, input.ClientSecret)) throw unableToVerify(client)
    const { RefreshToken, DeviceKey, ClientMetadata } = input
    return { AuthenticationResult: await tokens.refresh(client, RefreshToken, DeviceKey, ClientMetadata) }
  },
)
