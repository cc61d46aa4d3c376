import { exampleSeed } from '../test-pool.ts'
import { type Illness, signIn } from '../test-ward.ts'

const hanako = signIn('hanako@example.com')

/** What a token says, read by an API that does not verify it. */
function claimsOf(token: string | undefined): Record<string, unknown> {
  return token?.startsWith('ey')
    ? JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    : {}
}

/** Whether nobody has signed it: every byte of the doctor's signature is the same. */
const isForged = (token: string | undefined) =>
  token?.split('.')[2] === Buffer.alloc(256, 1).toString('base64url')

const refusal = (message: string) => ({ status: 401, body: JSON.stringify({ message }) })

export const api: readonly Illness[] = [
  [
    'it is not there',
    async ({ onPool, apiThat }) => onPool({ NEXT_PUBLIC_API_URL: await apiThat(() => ({ status: 404 })) }),
    ['API_UNREACHABLE'],
  ],
  [
    'its function fails',
    async ({ onPool, server }) => onPool({}, { api: await server(() => ({ status: 502 })) }),
    ['API_UNREACHABLE'],
  ],
  [
    'it lets in another origin alone',
    async (ward) => ward.onPool({}, { api: await ward.api({ allowedOrigin: 'https://app.example.com' }) }),
    ['CORS_MISSING'],
  ],
  [
    'it lets in another origin alone, and nobody has said where the page is',
    async (ward) => {
      const api = await ward.api({ allowedOrigin: 'https://app.example.com' })
      return ward.onPool({}, { api, mode: 'production' })
    },
    ['ENDPOINT_IS_LOCAL'],
  ],
  [
    'a page may not read why it refuses',
    async ({ onPool, server }) => {
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization' }
      const url = await server(({ method }) =>
        method === 'OPTIONS' ? { status: 204, headers } : { status: 401 },
      )
      return onPool({}, { api: url })
    },
    ['CORS_MISSING'],
  ],
  [
    'it is set up for another user pool, which is seen without a sign-in',
    async (ward) => {
      const userPoolId = 'ap-northeast-1_Another00'
      const issuer = `${ward.pool.url}/${userPoolId}`
      return ward.onPool({}, { api: await ward.api({ userPoolId, issuer }) })
    },
    ['API_WRONG_ISSUER'],
  ],
  [
    'it is set up for another app client',
    async (ward) => ward.onPool({}, { ...hanako, api: await ward.api({ clientId: 'another' }) }),
    ['API_WRONG_AUDIENCE'],
  ],
  [
    'it takes the ID token, and the page sends the access token',
    async (ward) => ward.onPool({}, { ...hanako, sends: 'access', api: await ward.api() }),
    ['API_WANTS_OTHER_TOKEN'],
  ],
  [
    'it takes the access token, which it is not shown while the page sends the ID token',
    async ({ onPool, apiThat }) => {
      const url = await apiThat((token) => ({ status: claimsOf(token).token_use === 'access' ? 200 : 401 }))
      return onPool({}, { ...hanako, api: url })
    },
    ['API_REJECTS_TOKEN'],
  ],
  [
    'nothing: it asks Cognito about the access token, which the page sends',
    async ({ onPool, pool, server }) => {
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' }
      const api = await server(async ({ method, headers: { authorization = '' } }) => {
        if (method === 'OPTIONS') return { status: 204, headers }
        const { ok } = await fetch(pool.url, {
          method: 'POST',
          headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
          body: JSON.stringify({ AccessToken: authorization.replace('Bearer ', '') || 'none' }),
        })
        return { status: ok ? 200 : 401, headers }
      })
      return onPool({}, { ...hanako, sends: 'access', api })
    },
    [],
  ],
  [
    'it refuses without a word, as API Gateway does',
    async ({ onPool, apiThat }) => {
      const headers = { 'www-authenticate': 'Bearer' }
      return onPool({}, { ...hanako, api: await apiThat(() => ({ status: 401, headers })) })
    },
    ['API_REJECTS_TOKEN'],
  ],
  [
    'nothing: it takes the token that the page sends, whatever it says to others',
    async ({ onPool, apiThat }) => {
      const api = await apiThat((token) =>
        token && !isForged(token) ? { status: 200 } : refusal('The client_id is of another client.'),
      )
      return onPool({}, { ...hanako, api })
    },
    [],
  ],
  [
    'nothing: it takes access tokens, which the page sends, and misses their client in others',
    async ({ onPool, apiThat }) => {
      const api = await apiThat((token) =>
        claimsOf(token).token_use === 'access' && !isForged(token)
          ? { status: 200 }
          : refusal(claimsOf(token).client_id ? 'Invalid signature' : 'client_id missing'),
      )
      return onPool({}, { ...hanako, sends: 'access', api })
    },
    [],
  ],
  [
    'nothing, of access tokens that the page sends, where nobody signs in',
    async ({ onPool, apiThat }) => {
      const api = await apiThat((token) =>
        refusal(token && !claimsOf(token).client_id ? 'client_id missing' : 'Invalid signature'),
      )
      return onPool({}, { sends: 'access', api })
    },
    [],
  ],
  [
    'it speaks of a client that is not signed in, which is no audience',
    async ({ onPool, apiThat }) =>
      onPool({}, { ...hanako, api: await apiThat(() => refusal('The client is not authenticated.')) }),
    ['API_REJECTS_TOKEN'],
  ],
  [
    'it decodes tokens, and verifies none',
    async ({ onPool, apiThat }) => {
      const { clientId } = exampleSeed
      const url = await apiThat((token) => ({ status: claimsOf(token).aud === clientId ? 200 : 401 }))
      return onPool({}, { api: url })
    },
    ['API_ACCEPTS_FORGERY'],
  ],
  [
    'it asks for no token',
    async ({ onPool, apiThat }) => onPool({}, { api: await apiThat(() => ({})) }),
    ['API_UNPROTECTED'],
  ],
]
