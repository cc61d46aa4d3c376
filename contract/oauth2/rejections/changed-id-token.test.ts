import { authorizationCodeGrant, ClientError, customFetch } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { present } from '../../target.ts'
import { configurationOf, provided, RelyingParty } from '../relying-party.ts'

// OpenID Connect Core, section 3.1.3.7: what stands between the pool and the application changes the ID token.

const provider = provided()

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())

/** Exchanges a code, with somebody on the way who changes the ID token's header, claims and signature. */
async function exchangedBy(
  change: (header: string, claims: string, signature: string) => string,
  algorithm = 'RS256',
) {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  const metadata = { id_token_signed_response_alg: algorithm }
  const configuration = await configurationOf(provider(), application.clientId, metadata)
  configuration[customFetch] = async (address, init) => {
    const response = await fetch(address, init as RequestInit)
    if (!address.endsWith('/oauth2/token')) return response
    const tokens = (await response.json()) as { id_token: string }
    const [header = '', claims = '', signature = ''] = tokens.id_token.split('.')
    return Response.json({ ...tokens, id_token: change(header, claims, signature) })
  }
  return authorizationCodeGrant(configuration, url, checks)
}

test('one that is as it was is taken', async () => {
  const tokens = await exchangedBy((...parts) => parts.join('.'))
  expect(present(tokens.claims()).sub).toBe(provider().person.sub)
})

test.each<[string, Parameters<typeof exchangedBy>[0]]>([
  [
    'says somebody else',
    (header, claims, signature) =>
      [header, encoded({ ...decoded(claims), sub: 'somebody-else' }), signature].join('.'),
  ],
  ['is not signed', (_, claims) => [encoded({ alg: 'none' }), claims, ''].join('.')],
  [
    'names an algorithm with a shared secret',
    (header, claims, signature) =>
      [encoded({ ...decoded(header), alg: 'HS256' }), claims, signature].join('.'),
  ],
  [
    'names an unknown key',
    (header, claims, signature) =>
      [encoded({ ...decoded(header), kid: 'another' }), claims, signature].join('.'),
  ],
])('one that %s is refused', async (_, change) => {
  await refusal(exchangedBy(change), ClientError)
})

test('an application that waits for another algorithm refuses what the pool signs', async () => {
  const refused = await refusal(
    exchangedBy((...parts) => parts.join('.'), 'ES256'),
    ClientError,
  )
  expect(refused).toMatchObject({ cause: { message: expect.stringContaining('"alg"') } })
})
