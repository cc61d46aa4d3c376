import { startTestServer, throughTo } from '../test-server.ts'
import { type Illness, signIn } from '../test-ward.ts'
import { struck } from './faults.ts'

const endpoint = (url: string) => ({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: url })

export const userPool: readonly Illness[] = [
  [
    'nobody answers where it is to be',
    async ({ onPool }) => {
      const gone = await startTestServer(() => ({}))
      await gone.close()
      return onPool(endpoint(gone.url))
    },
    ['ENDPOINT_UNREACHABLE'],
  ],
  [
    'nobody answers in time',
    async ({ onPool, server }) => {
      const url = await server(() => new Promise(() => {}))
      return onPool(endpoint(url), { patience: 50 })
    },
    ['ENDPOINT_UNREACHABLE'],
  ],
  [
    'something else answers there',
    async ({ onPool, server }) =>
      onPool(endpoint(await server(() => ({ status: 405, body: '<h1>Not here</h1>' })))),
    ['ENDPOINT_WRONG'],
  ],
  [
    'it has a bad day',
    async ({ onPool, server }) => onPool(endpoint(await server(() => ({ status: 503 })))),
    ['ENDPOINT_UNREACHABLE'],
  ],
  [
    'there is none of this id',
    ({ onPool }) => onPool({ NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_Nowhere00' }),
    ['POOL_NOT_FOUND'],
  ],
  [
    'something on the way keeps its keys back',
    async ({ onPool, pool, server }) => {
      const proxy = await server((request) => {
        const isOfKeys = request.url?.endsWith('/jwks.json')
        return isOfKeys ? { status: 403, body: 'Blocked.' } : throughTo(pool.url, request)
      })
      return onPool(endpoint(proxy))
    },
    ['JWKS_UNREACHABLE'],
  ],
  [
    'the clock of this machine is twelve minutes fast',
    ({ onPool }) => onPool({}, { now: () => Date.now() + 12 * 60_000 }),
    ['CLOCK_SKEW'],
  ],
  ['it is asked too often', (ward) => struck(ward, { status: 400 }), ['ENTRANCE_BUSY']],
  [
    'what stands before it says that it is asked too often',
    async ({ onPool, pool, server }) => {
      const limited = await server((request) =>
        request.method === 'POST' ? { status: 429 } : throughTo(pool.url, request),
      )
      return onPool(endpoint(limited))
    },
    ['ENTRANCE_BUSY'],
  ],
  [
    'it is asked too often to tell whether the client is there, which the domain does not know',
    (ward) => {
      const others = { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'nosuchclient00000000000000' }
      return struck(ward, { status: 400 }, {}, others)
    },
    ['ENTRANCE_BUSY'],
  ],
  [
    'it is asked too often by a sign-in alone',
    (ward) =>
      struck(ward, { status: 429, operation: 'RespondToAuthChallenge' }, signIn('hanako@example.com')),
    ['ENTRANCE_BUSY'],
  ],
  ['it fails', (ward) => struck(ward, { status: 500 }), ['ENTRANCE_REFUSED']],
]
