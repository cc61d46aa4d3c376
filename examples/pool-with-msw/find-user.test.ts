import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { createLocalUserPool, exampleSeed } from '@genkan/local-user-pool'
import { resolverOf } from '@genkan/local-user-pool/msw'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The address of Cognito on AWS: what the app asks of it is answered here, whatever client it uses.
const endpoint = 'https://cognito-idp.ap-northeast-1.amazonaws.com'
const pool = createLocalUserPool({ endpoint, seed: exampleSeed })
const server = setupServer(http.all(`${endpoint}/*`, resolverOf(pool)))

beforeAll(() => server.listen())
afterAll(() => {
  server.close()
  pool.close()
})

test('a client as it is in production finds the user', async () => {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const client = new CognitoIdentityProviderClient({ region: 'ap-northeast-1', credentials })
  const hanako = new AdminGetUserCommand({
    UserPoolId: exampleSeed.userPoolId,
    Username: 'hanako@example.com',
  })
  expect((await client.send(hanako)).UserStatus).toBe('CONFIRMED')
})

test('so does a plain fetch: the keys of the pool are where they are on AWS', async () => {
  const response = await fetch(`${endpoint}/${exampleSeed.userPoolId}/.well-known/jwks.json`)
  expect(await response.json()).toMatchObject({ keys: [{ alg: 'RS256' }, { alg: 'RS256' }] })
})
