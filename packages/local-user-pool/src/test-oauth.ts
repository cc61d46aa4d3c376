import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from './protocol/types.generated.ts'
import { type TestPool, testPassword, testPool } from './test-pool.ts'

export const callback = 'https://app.example.com/callback'
export const signedOut = 'https://app.example.com/signed-out'

/** An app client that may do what OAuth 2.0 clients do. */
export const oauthClient: Partial<CreateUserPoolClientRequest> = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code', 'implicit'],
  AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
  CallbackURLs: [callback],
  LogoutURLs: [signedOut],
  SupportedIdentityProviders: ['COGNITO'],
}

/** A pool with a domain, whose first client is such a one, and whom a user, hanako, can sign in to. */
export async function oauthPool(
  client: Partial<CreateUserPoolClientRequest> = {},
  userPool: Partial<CreateUserPoolRequest> = {},
  options: Parameters<typeof testPool>[2] = {},
): Promise<TestPool> {
  const pool = await testPool(userPool, { ...oauthClient, ...client }, options)
  await pool.call('CreateUserPoolDomain', { UserPoolId: pool.userPoolId, Domain: 'entrance' })
  await pool.confirmedUser()
  return pool
}

/** A PKCE pair. */
export function pkce() {
  const verifier = randomBytes(32).toString('base64url')
  return {
    verifier,
    request: {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    },
  }
}

/** A browser, as far as a pool without scripts needs one: cookies, forms, and addresses. It follows no redirect. */
export class TestBrowser {
  readonly #pool: Pick<TestPool, 'fetch'>
  /** By host and name: hosts share no cookies. */
  readonly #cookies = new Map<string, Map<string, string>>()

  constructor(pool: Pick<TestPool, 'fetch'>) {
    this.#pool = pool
  }

  get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Response> {
    const search = new URLSearchParams(query).toString()
    return this.#send(`${path}${search && `?${search}`}`, {})
  }

  /** Sends the first form of a page that has these fields, with what is typed into them. */
  async submit(address: string, typed: Readonly<Record<string, string>>): Promise<Response> {
    return this.fill(await (await this.#send(address, {})).text(), typed, {}, address)
  }

  /**
   * Sends the first form with these fields of a page that is there already, as it answered another form.
   *
   * @param address of the page, where its form does not say where to
   */
  fill(
    page: string,
    typed: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
    address = '',
  ): Promise<Response> {
    const forms = [...page.matchAll(/<form method="post".*?<\/form>/gs)].map(([text]) => text)
    const isMeant = (text: string) => Object.keys(typed).every((name) => text.includes(` name="${name}"`))
    const form = forms.find(isMeant) ?? forms[0] ?? ''
    const action = /^<form method="post" action="([^"]+)"/.exec(form)?.[1] ?? address
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, plain(value)] as const,
    )
    return this.#send(plain(action), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }),
    })
  }

  async #send(address: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    const url = new URL(address, 'https://localhost:9443')
    const known = this.#cookies.get(url.hostname) ?? new Map<string, string>()
    this.#cookies.set(url.hostname, known)
    const cookies = [...known].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookies) headers.set('cookie', cookies)
    const response = await this.#pool.fetch(new Request(url, { ...init, headers }))
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) known.delete(name)
      else known.set(name, value)
    }
    return response
  }
}

const entities = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const

/** Text as a browser reads it from a page. */
const plain = (escaped: string) =>
  escaped.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity as keyof typeof entities])

/** Where a response sends the browser; fails the test where it does not. */
export function locationOf(response: Response): URL {
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '', 'https://localhost:9443')
}

/** What an authorization request says unless a test says otherwise. */
export const requestOf = (pool: TestPool, more: Readonly<Record<string, string>> = {}) => ({
  client_id: pool.clientId,
  redirect_uri: callback,
  response_type: 'code',
  ...more,
})

/** Signs hanako in by the page, as far as the client's callback URL. */
export async function returned(
  pool: TestPool,
  more: Readonly<Record<string, string>> = {},
  browser = new TestBrowser(pool),
): Promise<URL> {
  const login = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, more)))
  expect(login.pathname).toBe('/login')
  return locationOf(
    await browser.submit(login.href, { username: 'hanako@example.com', password: testPassword }),
  )
}

/** The code that comes of that. */
export const codeOf = async (...parameters: Parameters<typeof returned>) =>
  (await returned(...parameters)).searchParams.get('code') ?? ''

/** Sends a form to an endpoint of the pool. */
export function post(
  pool: Pick<TestPool, 'fetch'>,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return pool.fetch(
    new Request(`https://localhost:9443${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
    }),
  )
}

/** What the token endpoint answers, with the status. */
export async function tokenAnswer(
  pool: TestPool,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown> & { status: number }> {
  const response = await post(pool, '/oauth2/token', { client_id: pool.clientId, ...form }, headers)
  return { status: response.status, ...((await response.json()) as object) }
}

/** The form that exchanges a code. */
export const exchange = (code: string, verifier?: string) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: callback,
  ...(verifier !== undefined && { code_verifier: verifier }),
})

/** The tokens of a sign-in by the page. */
export async function oauthTokens(pool: TestPool, more: Readonly<Record<string, string>> = {}) {
  const answer = await tokenAnswer(pool, exchange(await codeOf(pool, more)))
  expect(answer.status).toBe(200)
  return answer as unknown as Record<'access_token' | 'id_token' | 'refresh_token', string>
}
