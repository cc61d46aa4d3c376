import { type Answer, wrongOfEndpoint } from './answers.ts'
import { formOf, oddHeaders, queryOf } from './forms.ts'
import { alteredPairs, headerOf, type Pair, written } from './pairs.ts'
import { endpoint, type Run } from './run.ts'
import { callback, firstPassword, newEmail, signedOut, type World } from './world.ts'

const paths = [
  ...['/oauth2/authorize', '/oauth2/token', '/oauth2/userInfo', '/oauth2/revoke', '/oauth2/idpresponse'],
  ...['/login', '/logout', '/signup', '/confirm', '/forgotPassword', '/confirmForgotPassword', '/error'],
]
const others = [
  ...['/', '/confirmUser', '/saml2/idpresponse', '/__proto__', '/favicon.ico', '/oauth2', '/oauth2/'],
  ...['/%00', '/..%2f..'],
]

type Values = Readonly<Record<string, string>>

interface Sent {
  readonly method: string
  readonly path: string
  readonly query?: readonly Pair[]
  readonly form?: readonly Pair[]
  readonly headers?: Values
  readonly isOdd?: boolean
}

/** A browser, and the programs of a client: cookies, forms, and what redirects hand over. */
export class Visitor {
  readonly #run: Run
  readonly #world: World
  readonly #cookies = new Map<string, string>()

  constructor(run: Run, world: World) {
    this.#run = run
    this.#world = world
  }

  /** One request to any of them, nearly as it should be. */
  async any(): Promise<void> {
    const { chance } = this.#run
    const path = chance.is(0.04) ? chance.pick([...others, ...this.#wellKnown()]) : chance.pick(paths)
    const isPosted = ['/oauth2/token', '/oauth2/revoke'].includes(path)
    const method = chance.weighed([
      [8, isPosted ? 'POST' : 'GET'],
      [3, isPosted ? 'GET' : 'POST'],
      [0.5, chance.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])],
    ])
    const maybe = (pairs: readonly Pair[]) => (chance.is(0.6) ? alteredPairs(this.#run, pairs) : pairs)
    const query = maybe(this.#query(path))
    const form = maybe(formOf(this.#run, this.#world, path, this.#csrf))
    await this.#send({ method, path, query, form, isOdd: chance.is(0.1) })
  }

  /** The whole way of a sign-in by an authorization code, and what a client does with it. */
  async signIn(): Promise<void> {
    const { chance, known } = this.#run
    const { people, confidential } = this.#world
    const person = chance.pick(people)
    const query = this.#query('/login')
    await this.#get('/login', query)
    await this.#post('/login', query, { username: person?.email ?? '', password: person?.password ?? '' })
    const code = known.latest('oauth code')
    const client_id = query.find(([name]) => name === 'client_id')?.[1] ?? ''
    if (code === undefined) return
    const secret = client_id === confidential.ClientId && { client_secret: confidential.ClientSecret }
    const exchange = { grant_type: 'authorization_code', client_id, code, redirect_uri: callback, ...secret }
    await this.#post('/oauth2/token', [], exchange)
    const token = known.latest('oauth access token')
    if (token) await this.#get('/oauth2/userInfo', [], { authorization: `Bearer ${token}` })
    const refresh = known.latest('oauth refresh token')
    if (refresh && chance.is(0.5))
      await this.#post('/oauth2/revoke', [], { token: refresh, client_id, ...secret })
    if (chance.is(0.3)) await this.#get('/logout', Object.entries({ client_id, logout_uri: signedOut }))
  }

  /** Somebody new, by the pages; or by the stand-in of an identity provider. */
  async signUp(): Promise<void> {
    const query = this.#query('/signup')
    if (this.#run.chance.is(0.4)) return this.#federated(query)
    await this.#get('/signup', query)
    const username = newEmail(this.#world)
    await this.#post('/signup', query, {
      username,
      'userAttributes.email': username,
      password: firstPassword,
    })
    await this.#post('/confirm', query, { username, code: await this.#run.inbox(username) })
  }

  /** A forgotten password, by the pages. */
  async forget(): Promise<void> {
    const person = this.#run.chance.pick(this.#world.people)
    if (!person) return
    const { email: username } = person
    const query = this.#query('/forgotPassword')
    await this.#get('/forgotPassword', query)
    await this.#post('/forgotPassword', query, { username })
    const typed = { username, code: await this.#run.inbox(username), password: firstPassword }
    const answer = await this.#post('/confirmForgotPassword', query, typed)
    if (answer.status < 400) person.password = firstPassword
  }

  async #federated(query: readonly Pair[]): Promise<void> {
    const answer = await this.#get('/oauth2/authorize', [...query, ['identity_provider', 'Google']])
    const standIn = locationOf(answer)
    if (!standIn?.pathname.startsWith('/_local/')) return
    const sub = String(this.#run.chance.below(50))
    const claims = { sub, email: newEmail(this.#world), name: 'a', more: '{"email_verified":true}' }
    const back = locationOf(await this.#post(standIn.pathname, [...standIn.searchParams], claims))
    if (back) await this.#get(back.pathname, [...back.searchParams])
  }

  #get(path: string, query: readonly Pair[], headers: Values = {}): Promise<Answer> {
    return this.#send({ method: 'GET', path, query: this.#maybe(query), headers })
  }

  /** Sends a form with its hidden field. */
  #post(path: string, query: readonly Pair[], typed: Values): Promise<Answer> {
    const form = this.#maybe(Object.entries({ ...typed, _csrf: this.#csrf }))
    return this.#send({ method: 'POST', path, query: this.#maybe(query), form })
  }

  /** As it is, or altered now and then. */
  #maybe(pairs: readonly Pair[]): readonly Pair[] {
    return pairs.length > 0 && this.#run.chance.is(0.1) ? alteredPairs(this.#run, pairs) : pairs
  }

  async #send({ method, path, query = [], form = [], headers = {}, isOdd = false }: Sent): Promise<Answer> {
    const run = this.#run
    const search = query.length > 0 ? `?${written(run, query)}` : ''
    const content = isOdd && run.chance.is(0.5) ? run.inputs.hostileText('a=b') : written(run, form)
    const body = ['GET', 'HEAD'].includes(method) ? undefined : content
    const cookie = headerOf([...this.#cookies].map((pair) => pair.join('=')).join('; '))
    const all = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie,
      ...(isOdd && oddHeaders(run, this.#world, cookie)),
      ...headers,
    }
    const isPath = paths.includes(path)
    const answer = await run.send({
      name: `${method} ${isPath || path.startsWith('/_local/') ? path : '(another path)'}`,
      request: () =>
        new Request(`${endpoint}${path}${search}`, {
          method,
          headers: all,
          redirect: 'manual',
          ...(body !== undefined && { body }),
        }),
      judge: (given) => (isPath ? wrongOfEndpoint(path, given) : []),
      told: () => `${method} ${path}${search} ${JSON.stringify(all)} ${body ?? ''}`,
    })
    this.#take(answer)
    const isRefused = answer.status >= 400 || answer.headers.get('location')?.includes('error')
    if (isPath && !isRefused) run.tally.reached.add(`${method} ${path}`)
    return answer
  }

  /** Remembers what an answer hands over. */
  #take({ text, headers }: Answer): void {
    const { known } = this.#run
    for (const cookie of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const code = new URLSearchParams(headers.get('location')?.split(/[?#]/)[1]).get('code')
    if (code) known.add('oauth code', code)
    for (const [, name = '', value = ''] of text.matchAll(/"(access_token|refresh_token)":"([^"]+)"/g)) {
      known.add(`oauth ${name.replace('_', ' ')}`, value)
    }
    for (const [, name, value = ''] of text.matchAll(
      /<input type="hidden" name="([^"]+)" value="([^"]*)">/g,
    )) {
      known.add(`field ${name}`, value.replaceAll('&quot;', '"'))
    }
  }

  get #csrf(): string {
    return [...this.#cookies].find(([name]) => name.endsWith('XSRF-TOKEN'))?.[1] ?? ''
  }

  #query = (path: string) => queryOf(this.#run, this.#world, path)

  #wellKnown(): string[] {
    const ids = [this.#world.UserPoolId, '__proto__', 'constructor', 'nowhere', '%ff', '..%2f']
    const id = this.#run.chance.pick(ids)
    return ['jwks.json', 'openid-configuration', 'nothing'].map((name) => `/${id}/.well-known/${name}`)
  }
}

function locationOf({ headers }: Answer): URL | undefined {
  const location = headers.get('location')
  return location !== null && URL.canParse(location, endpoint) ? new URL(location, endpoint) : undefined
}
