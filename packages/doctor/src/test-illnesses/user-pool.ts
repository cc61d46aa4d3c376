import { bodyOf, startTestServer, type TestAnswer } from '../test-server.ts'
import type { Illness } from '../test-ward.ts'

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
      const proxy = await server(async (request): Promise<TestAnswer> => {
        const { method = 'GET', url, headers } = request
        if (url?.endsWith('/jwks.json')) return { status: 403, body: 'Blocked.' }
        const answer = await fetch(`${pool.url}${url}`, {
          method,
          body: method === 'POST' ? await bodyOf(request) : null,
          headers: { 'x-amz-target': String(headers['x-amz-target']) },
        })
        return {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.text(),
        }
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
  [
    'it is asked too often',
    async ({ onPool, another }) => {
      const { pool } = await another()
      await fetch(`${pool.url}/_local/faults`, {
        method: 'PUT',
        body: JSON.stringify([{ operation: 'InitiateAuth', kind: 'status', status: 400 }]),
      })
      return onPool(endpoint(pool.url))
    },
    ['ENTRANCE_REFUSED'],
  ],
]
