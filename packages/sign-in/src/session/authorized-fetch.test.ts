import { beforeEach, describe, expect, test } from 'vitest'
import { createAuthorizedFetch, SignedOutError } from './authorized-fetch'
import type { Session } from './session'

interface Received {
  readonly method: string
  readonly authorization: string | null
  readonly body: string
}

const origin = 'https://api.example.com'
let received: Received[]
/** The API takes this token and no other. */
let accepted: string

beforeEach(() => {
  received = []
  accepted = 'Bearer access-1'
})

/** A page at the origin of the API, which answers it. */
const page = {
  href: () => `${origin}/page/`,
  async fetch(request: Request): Promise<Response> {
    const authorization = request.headers.get('authorization')
    received.push({ method: request.method, authorization, body: await request.text() })
    return new Response(null, { status: authorization === accepted ? 200 : 401 })
  },
}

/** Tokens that are numbered by the refreshes there were. */
function source(isSignedIn = true) {
  let refreshes = 1
  return {
    refreshes: () => refreshes,
    async fetchSession({ forceRefresh = false } = {}): Promise<Session | undefined> {
      if (forceRefresh) refreshes += 1
      const token = (kind: string) => ({ jwt: `${kind}-${refreshes}`, payload: {} })
      if (!isSignedIn) return undefined
      return {
        username: 'hanako@example.com',
        userId: '1',
        idToken: token('id'),
        accessToken: token('access'),
        expiresAt: 0,
      }
    },
  }
}

describe('sends', () => {
  test('the access token', async () => {
    const response = await createAuthorizedFetch({ origins: [origin] }, source(), page)(`${origin}/orders`)
    expect(response.status).toBe(200)
    expect(received).toEqual([{ method: 'GET', authorization: 'Bearer access-1', body: '' }])
  })

  test('the ID token where the API takes that', async () => {
    accepted = 'Bearer id-1'
    const authorizedFetch = createAuthorizedFetch({ origins: [origin], token: 'idToken' }, source(), page)
    expect((await authorizedFetch(`${origin}/orders`)).status).toBe(200)
  })

  test('a path to the origin of the page, where that is listed', async () => {
    const authorizedFetch = createAuthorizedFetch({ origins: [origin] }, source(), page)
    expect((await authorizedFetch('/orders')).status).toBe(200)
  })
})

describe('a token that the API refuses', () => {
  test('is refreshed once, and the same request is sent again', async () => {
    accepted = 'Bearer access-2'
    const tokens = source()
    const authorizedFetch = createAuthorizedFetch({ origins: [origin] }, tokens, page)
    const response = await authorizedFetch(new Request(`${origin}/orders`, { method: 'POST', body: 'tea' }))
    expect(response.status).toBe(200)
    expect(tokens.refreshes()).toBe(2)
    expect(received).toEqual([
      { method: 'POST', authorization: 'Bearer access-1', body: 'tea' },
      { method: 'POST', authorization: 'Bearer access-2', body: 'tea' },
    ])
  })

  test('is not refreshed again where it has been meanwhile', async () => {
    accepted = 'Bearer access-2'
    const tokens = source()
    const authorizedFetch = createAuthorizedFetch({ origins: [origin] }, tokens, {
      ...page,
      async fetch(request) {
        const answer = await page.fetch(request)
        // Something else asks for new tokens before the answer is read.
        if (answer.status === 401) await tokens.fetchSession({ forceRefresh: true })
        return answer
      },
    })
    expect((await authorizedFetch(origin)).status).toBe(200)
    expect(tokens.refreshes()).toBe(2)
  })

  test('is not tried a third time', async () => {
    accepted = 'nothing'
    const response = await createAuthorizedFetch({ origins: [origin] }, source(), page)(origin)
    expect(response.status).toBe(401)
    expect(received).toHaveLength(2)
  })
})

describe('sends nothing', () => {
  test.each([
    'https://other.example.com/',
    'http://api.example.com/',
    'https://api.example.com:8443/',
    'http://localhost.example.com/',
    '//evil.example.com/orders',
    'data:text/plain,x',
  ])('to an origin that is not listed: %s', async (url) => {
    const authorizedFetch = createAuthorizedFetch({ origins: [origin] }, source(), page)
    await expect(authorizedFetch(url)).rejects.toThrow(TypeError)
    expect(received).toEqual([])
  })

  test('to the origin of the page, where that is not listed', async () => {
    const authorizedFetch = createAuthorizedFetch({ origins: ['https://other.example.com'] }, source(), page)
    await expect(authorizedFetch('/orders')).rejects.toThrow(`sends no token to ${origin}`)
    expect(received).toEqual([])
  })

  test('as somebody else who has signed in since', async () => {
    accepted = 'nothing'
    const [hanako, taro] = [source(), source()]
    let isGone = false
    const authorizedFetch = createAuthorizedFetch(
      { origins: [origin] },
      {
        async fetchSession(options) {
          const session = await (isGone ? taro : hanako).fetchSession(options)
          return session && { ...session, userId: isGone ? 'taro' : 'hanako' }
        },
      },
      {
        ...page,
        fetch(request) {
          isGone = true
          return page.fetch(request)
        },
      },
    )
    await expect(authorizedFetch(origin)).rejects.toThrow(SignedOutError)
    expect(received).toHaveLength(1)
  })

  test('where nobody is signed in', async () => {
    const authorizedFetch = createAuthorizedFetch({ origins: [origin] }, source(false), page)
    await expect(authorizedFetch(origin)).rejects.toThrow(SignedOutError)
    expect(received).toEqual([])
  })
})
