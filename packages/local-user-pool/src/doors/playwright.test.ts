import { expect, onTestFinished, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { serveLocalUserPool } from './playwright.ts'

type Routed = Parameters<typeof serveLocalUserPool>[0]
type Handler = Parameters<Routed['route']>[1]

/** A browser context that makes requests, as Playwright hands them to a route; examples/pool-in-playwright has a real one. */
function newContext() {
  const routes: { isMeant: (url: URL) => boolean; handle: Handler }[] = []
  return {
    async route(isMeant: (url: URL) => boolean, handle: Handler) {
      routes.push({ isMeant, handle })
    },
    /** What came of a request: an answer, the code of an abort, or undefined where it went to the network. */
    async request(url: string, method = 'GET', body?: string) {
      let outcome: unknown
      const route = routes.find(({ isMeant }) => isMeant(new URL(url)))
      await route?.handle({
        request: () => ({
          url: () => url,
          method: () => method,
          allHeaders: async () => ({ origin: 'http://localhost:3000' }),
          postDataBuffer: () => (body === undefined ? null : Buffer.from(body)),
        }),
        fulfill: async ({ status, headers, body }) => {
          outcome = { status, headers, body: body.toString() }
        },
        abort: async (code) => {
          outcome = code
        },
      })
      return outcome
    },
  }
}

async function served() {
  const pool = createLocalUserPool({ endpoint: 'https://cognito-idp.ap-northeast-1.amazonaws.com' })
  onTestFinished(() => pool.close())
  const context = newContext()
  await serveLocalUserPool(context, pool)
  return { pool, context }
}

test('answers what a page asks of the address of the pool, and leaves the rest to the network', async () => {
  const { pool, context } = await served()
  expect(await context.request(`${pool.endpoint}/`, 'POST', '{}')).toMatchObject({
    status: 400,
    headers: { 'access-control-allow-origin': '*', 'content-type': 'application/x-amz-json-1.1' },
    body: expect.stringContaining('__type'),
  })
  expect(await context.request('http://localhost:3000/')).toBeUndefined()
  expect(await context.request(`${pool.endpoint}.example.com/`)).toBeUndefined()
})

test('cuts the connection of the page where a fault says so', async () => {
  const { pool, context } = await served()
  const body = JSON.stringify([{ kind: 'cut', times: 1 }])
  const set = await pool.fetch(new Request(`${pool.endpoint}/_local/faults`, { method: 'PUT', body }))
  expect(set.status).toBe(200)
  expect(await context.request(`${pool.endpoint}/`, 'POST', '{}')).toBe('connectionreset')
})
