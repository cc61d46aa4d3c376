import { decodeJwt } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { refused, type TestClient, type TestPool, testPool } from '../test-pool.ts'

const machine = {
  GenerateSecret: true,
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['client_credentials' as const],
  AllowedOAuthScopes: ['api/read', 'api/write', 'api/gone'],
}

let pool: TestPool
let client: TestClient
beforeEach(async () => {
  pool = await testPool()
  await pool.call('CreateResourceServer', api('read', 'write', 'more', 'gone'))
  client = await pool.client(machine)
  await pool.call('UpdateResourceServer', api('read', 'write', 'more'))
})

const api = (...scopes: string[]) => ({
  UserPoolId: pool.userPoolId,
  Identifier: 'api',
  Name: 'API',
  Scopes: scopes.map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName })),
})

const ask = (more = {}) => ({ ClientId: client.ClientId, Secret: client.ClientSecret, ...more })

test('answers an access token for the client itself, with all scopes that it may have', async () => {
  const { ClientAuthenticationResult = {} } = await pool.call('GetClientToken', ask())
  expect(ClientAuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
  const claims = decodeJwt(ClientAuthenticationResult.AccessToken ?? '')
  expect(claims).toMatchObject({
    sub: client.ClientId,
    client_id: client.ClientId,
    token_use: 'access',
    scope: 'api/read api/write',
    exp: pool.now() / 1000 + 3600,
  })
  expect(claims).not.toHaveProperty('username')
})

test('answers the scopes that are asked for', async () => {
  const { ClientAuthenticationResult } = await pool.call('GetClientToken', ask({ Scopes: ['api/write'] }))
  expect(decodeJwt(ClientAuthenticationResult?.AccessToken ?? '').scope).toBe('api/write')
})

test.each(['api/more', 'api/gone', 'openid', 'nonsense'])('refuses the scope %s', async (scope) => {
  expect(await pool.refusal('GetClientToken', ask({ Scopes: ['api/read', scope] }))).toEqual(
    refused('InvalidParameter', `Invalid scope requested: ${scope}`),
  )
})

test('is no token of a user', async () => {
  const { ClientAuthenticationResult } = await pool.call('GetClientToken', ask())
  const AccessToken = ClientAuthenticationResult?.AccessToken
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token does not have required scopes'),
  )
})

test('takes any secret of the client and no other; nothing of clients that have none', async () => {
  const { ClientId } = client
  const added = 'abcdefghijklmnopqrstuvwx'
  await pool.call('AddUserPoolClientSecret', { UserPoolId: pool.userPoolId, ClientId, ClientSecret: added })
  await pool.call('GetClientToken', ask({ Secret: added }))
  const wrong = refused('NotAuthorized', 'Invalid client secret.')
  expect(await pool.refusal('GetClientToken', ask({ Secret: `${added}y` }))).toEqual(wrong)
  const open = await pool.client()
  expect(await pool.refusal('GetClientToken', { ...ask(), ClientId: open.ClientId })).toEqual(wrong)
})

test('refuses clients that are for people, without scopes, or not there', async () => {
  const refusalOf = async (settings: object) => {
    const { ClientId, ClientSecret } = await pool.client({ GenerateSecret: true, ...settings })
    return pool.refusal('GetClientToken', { ClientId, Secret: ClientSecret })
  }
  expect(await refusalOf({})).toEqual(refused('NotAuthorized', 'The client may not authenticate by itself.'))
  expect(
    await refusalOf({ ...machine, AllowedOAuthScopes: ['api/read'], AllowedOAuthFlowsUserPoolClient: false }),
  ).toEqual(refused('NotAuthorized', 'The client may not authenticate by itself.'))
  expect(await refusalOf({ ...machine, AllowedOAuthScopes: [] })).toEqual(
    refused('InvalidParameter', 'The client has no scope of a resource server.'),
  )
  expect(await pool.refusal('GetClientToken', ask({ ClientId: 'none' }))).toEqual(
    refused('ResourceNotFound', 'User pool client none does not exist.'),
  )
})
