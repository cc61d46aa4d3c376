import { randomUUID } from 'node:crypto'
import { CreateResourceServerCommand } from '@aws-sdk/client-cognito-identity-provider'
import { present } from '../target.ts'
import { type ClientSettings, type Provider, type RegisteredClient, register } from './relying-party.ts'

export interface Machine extends RegisteredClient {
  readonly clientSecret: string
  /** The identifier of a resource server that is there for it alone; its scopes are `read` and `write`. */
  readonly api: string
}

/** Makes a client that asks for itself, and may read. */
export async function newMachine(provider: Provider, settings: ClientSettings = {}): Promise<Machine> {
  const api = `https://api.example.com/${randomUUID()}`
  const Scopes = ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName }))
  await provider.admin.send(
    new CreateResourceServerCommand({
      UserPoolId: provider.userPoolId,
      Identifier: api,
      Name: 'API',
      Scopes,
    }),
  )
  const { clientId, clientSecret } = await register(provider, {
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: [`${api}/read`],
    CallbackURLs: [],
    LogoutURLs: [],
    ...settings,
  })
  return { clientId, clientSecret: present(clientSecret), api }
}
