import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { model, shapeOf } from './protocol/model.ts'
import { attackersKeys, forgeries, type Genuine } from './test-forgeries.ts'
import { leastInput } from './test-inputs.ts'
import { oauthPool, oauthTokens } from './test-oauth.ts'
import { refused, type TestPool } from './test-pool.ts'

/** Every operation that takes an access token, as the model says. */
const operations = Object.entries(model.operations).flatMap(([name, { input }]) => {
  const shape = input === undefined ? undefined : shapeOf(input)
  return shape?.type === 'structure' && 'AccessToken' in shape.members ? [name as 'GetUser'] : []
})

let asked = 0
const lure = createServer((_, response) => {
  asked += 1
  response.end(JSON.stringify(attackersKeys))
})

let pool: TestPool
let genuine: Genuine
let idToken: string

beforeAll(async () => {
  const keys: JWK[] = []
  pool = await oauthPool(
    {},
    {},
    {
      async newSigningKey(random) {
        const { privateKey } = await generateKeyPair('RS256', { extractable: true })
        const key = { ...(await exportJWK(privateKey)), kid: random(32).toString('base64') }
        keys.push(key)
        return key
      },
    },
  )
  await new Promise<void>((listening) => lure.listen(0, '127.0.0.1', listening))
  const { access_token: token, id_token } = await oauthTokens(pool)
  idToken = id_token
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  const [key, otherKey] = keys.toSorted((one) => (one.kid === kid ? -1 : 1))
  if (!key || !otherKey) throw new Error('The pool has made no two keys.')
  genuine = {
    token,
    key,
    otherKey,
    lure: `http://127.0.0.1:${(lure.address() as AddressInfo).port}/jwks.json`,
  }
})
afterAll(() => lure.close())

const askUserInfo = (token: string) =>
  pool.fetch(
    new Request('https://localhost:9443/oauth2/userInfo', { headers: { authorization: `Bearer ${token}` } }),
  )

/** What each operation answers to that token; nothing else of their inputs is looked at before it. */
const answersTo = (AccessToken: string) =>
  Promise.all(operations.map((name) => pool.attempt(name, { ...leastInput(name), AccessToken })))

test('the model has 22 operations that take an access token, and its own is one to try with', async () => {
  expect(operations).toHaveLength(22)
  expect((await pool.call('GetUser', { AccessToken: genuine.token })).Username).toBeDefined()
  expect((await askUserInfo(genuine.token)).status).toBe(200)
})

describe('no operation and no endpoint takes, for an access token,', () => {
  const taken = async (token: string) => {
    const answers = await answersTo(token)
    const wrong = operations.flatMap((name, index) =>
      /^NotAuthorizedException: (Invalid Access Token|Access Token has expired)$/.test(
        answers[index] ?? '',
      ) ||
      // Not even the form of a token.
      /^InvalidParameterException: .* 'accessToken' failed to satisfy/.test(answers[index] ?? '')
        ? []
        : [`${name}: ${answers[index]}`],
    )
    expect(wrong).toEqual([])
    expect([400, 401]).toContain((await askUserInfo(token)).status)
  }

  test.each(Object.entries(forgeries))('%s', async (_, forge) => {
    await taken(forge(genuine))
    expect(asked).toBe(0)
  })

  test('the ID token', async () => {
    await taken(idToken)
  })

  test('a refresh token', async () => {
    const { RefreshToken } = await pool.tokens('hanako@example.com')
    await taken(RefreshToken)
  })

  test('the access token of a server that nobody signed in to', async () => {
    const other = await oauthPool()
    await taken((await oauthTokens(other)).access_token)
  })
})

test('one that was revoked, or whose user was signed out everywhere, is refused by all of them', async () => {
  const client = { ClientId: pool.clientId }
  const ends = [
    async () => {
      const { access_token, refresh_token = '' } = await oauthTokens(pool)
      await pool.call('RevokeToken', { ...client, Token: refresh_token })
      return access_token
    },
    async () => {
      const { access_token } = await oauthTokens(pool)
      await pool.call('GlobalSignOut', { AccessToken: access_token })
      return access_token
    },
  ]
  for (const end of ends) {
    const token = await end()
    expect(new Set(await answersTo(token))).toEqual(
      new Set(['NotAuthorizedException: Access Token has been revoked']),
    )
    expect((await askUserInfo(token)).status).toBe(401)
  }
})

describe('a refresh token', () => {
  const refresh = (RefreshToken: string, ClientId = pool.clientId) => ({ ClientId, RefreshToken })
  const invalid = refused('NotAuthorized', 'Invalid Refresh Token')

  test('of another client is refused, and not revoked by it', async () => {
    const { ClientId } = await pool.client()
    const { RefreshToken } = await pool.tokens('hanako@example.com')
    expect(await pool.refusal('GetTokensFromRefreshToken', refresh(RefreshToken, ClientId))).toEqual(invalid)
    await pool.attempt('RevokeToken', { ClientId, Token: RefreshToken })
    await pool.call('GetTokensFromRefreshToken', refresh(RefreshToken))
  })

  test('is none where it is cut, longer, in other letters, an access token, or an ID token', async () => {
    const { RefreshToken, AccessToken, IdToken } = await pool.tokens('hanako@example.com')
    const wrong = [
      RefreshToken.slice(1),
      `${RefreshToken}A`,
      RefreshToken.toUpperCase(),
      AccessToken,
      IdToken,
    ]
    for (const token of wrong) {
      expect(await pool.refusal('GetTokensFromRefreshToken', refresh(token))).toEqual(invalid)
    }
  })
})
