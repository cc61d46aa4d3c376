import { beforeAll, expect, test } from 'vitest'
import { Browser } from './browser.ts'
import { callback, provided, register, signedOut, signIn, typedBy } from './relying-party.ts'

// Whatever an address asks for, nobody is sent to where no client is registered (RFC 9700, section 4.11).

const atLocalhost = 'http://localhost:3000/callback'
const atApp = 'myapp://callback'

const provider = provided()
let clientId: string
let signedIn: Browser
beforeAll(async () => {
  ;({ clientId } = await register(provider(), {
    AllowedOAuthFlows: ['code', 'implicit'],
    CallbackURLs: [callback, atLocalhost, atApp],
  }))
  signedIn = new Browser(provider().domain)
  await signIn(provider(), addressOf('/oauth2/authorize', { redirect_uri: callback }), signedIn)
})

function addressOf(path: string, more: Readonly<Record<string, string>>): URL {
  const address = new URL(path, provider().domain)
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    state: 's',
    ...more,
  }).toString()
  return address
}

/** Every way to be sent somewhere: what it is asked for by, and who goes. */
const ways = {
  'a sign-in': (redirect_uri) => visited('/oauth2/authorize', { redirect_uri }),
  'a sign-in by somebody who is signed in': (redirect_uri) =>
    visited('/oauth2/authorize', { redirect_uri }, signedIn),
  'a sign-in by the implicit flow': (redirect_uri) =>
    visited('/oauth2/authorize', { redirect_uri, response_type: 'token' }, signedIn),
  'a request that fails': (redirect_uri) =>
    visited('/oauth2/authorize', { redirect_uri, scope: 'nonsense' }, signedIn),
  'a sign-in without a page': (redirect_uri) =>
    visited('/oauth2/authorize', { redirect_uri, prompt: 'none' }),
  'the sign-in page': (redirect_uri) => visited('/login', { redirect_uri }),
  'the sign-in page, with its form': sentByForm,
  'a sign-out': (logout_uri) => visited('/logout', { logout_uri }),
  'a sign-out to the sign-in page': (redirect_uri) => visited('/logout', { redirect_uri }),
  'the error page': (redirect_uri) => visited('/error', { redirect_uri, error: redirect_uri }),
  'the answer of another provider': (state) => visited('/oauth2/idpresponse', { state, code: 'code' }),
  'the answer of a SAML provider': (RelayState) => visited('/saml2/idpresponse', { RelayState }),
} satisfies Readonly<Record<string, (uri: string) => Promise<URL>>>

async function visited(
  path: string,
  more: Readonly<Record<string, string>>,
  browser = new Browser(provider().domain),
): Promise<URL> {
  return (await browser.visit(addressOf(path, more))).url
}

/** The form comes from a page that is as it should be; then its address is changed. */
async function sentByForm(redirect_uri: string): Promise<URL> {
  const browser = new Browser(provider().domain)
  const page = await browser.visit(addressOf('/oauth2/authorize', { redirect_uri: callback }))
  const { url } = await browser.submit(
    page,
    typedBy(provider().person),
    addressOf('/login', { redirect_uri }),
  )
  return url
}

test.each([
  ['a sign-in by somebody who is signed in', callback],
  ['a sign-in by somebody who is signed in', atLocalhost],
  ['a sign-in by somebody who is signed in', atApp],
  ['a sign-in by the implicit flow', callback],
  ['a request that fails', callback],
  ['a sign-in without a page', callback],
  ['the sign-in page, with its form', callback],
  ['a sign-out', signedOut],
] as const)('%s leads to %s, which is registered', async (way, uri) => {
  const { href } = await ways[way](uri)
  expect(href.split(/[?#]/)[0]).toBe(uri)
})

const hostile = [
  // Others.
  'https://evil.example.com/callback',
  'https://evil.example.com/?https://app.example.com/callback',
  'https://evil.example.com/#https://app.example.com/callback',
  '//evil.example.com/callback',
  '///evil.example.com/callback',
  'https:evil.example.com',
  'https:/evil.example.com',
  // Who is before the @.
  'https://app.example.com@evil.example.com/callback',
  'https://app.example.com:443@evil.example.com/callback',
  'https://user:password@app.example.com/callback',
  // What browsers take for a slash, and what they leave out.
  'https://evil.example.com\\@app.example.com/callback',
  'https:\\\\evil.example.com/callback',
  '/\\evil.example.com/callback',
  '\\\\evil.example.com/callback',
  'https://app.example.com\\.evil.example.com/callback',
  'https://app.example.com%2f.evil.example.com/callback',
  'https://app.example.com%5c.evil.example.com/callback',
  'https://app.example.com%00.evil.example.com/callback',
  'https://app.example.com/call\tback',
  'https://app.example.com\n.evil.example.com/callback',
  '/\t/evil.example.com/callback',
  'https://app.example.com/callback\r\nLocation: https://evil.example.com/',
  ' https://app.example.com/callback',
  'https://app.example.com/callback ',
  'https://app.example.com/callback\u0000',
  '\ufeffhttps://app.example.com/callback',
  'https%3A%2F%2Fapp.example.com%2Fcallback',
  // Schemes.
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JavaScript://app.example.com/callback%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://app.example.com/callback',
  'file:///etc/passwd',
  'http://app.example.com/callback',
  'myapp://callback/more',
  'myapp:callback',
  'MYAPP://callback',
  // Nearly the host.
  'https://app.example.com./callback',
  'https://APP.example.com/callback',
  'HTTPS://app.example.com/callback',
  'https://app.example.com:443/callback',
  'https://app.example.com:8443/callback',
  'https://evil.app.example.com/callback',
  'https://app.example.com.evil.example.com/callback',
  'https://evilapp.example.com/callback',
  'https://*.example.com/callback',
  'https://app。example.com/callback',
  'https://аpp.example.com/callback',
  'https://xn--pp-7kc.example.com/callback',
  // Other places of this machine.
  'http://localhost/callback',
  'http://localhost:3001/callback',
  'https://localhost:3000/callback',
  'http://127.0.0.1:3000/callback',
  'http://[::1]:3000/callback',
  'http://localhost:3000.evil.example.com/callback',
  'http://localhost.evil.example.com:3000/callback',
  'http://LOCALHOST:3000/callback',
  // Nearly the path.
  'https://app.example.com',
  'https://app.example.com/',
  'https://app.example.com/callbac',
  'https://app.example.com/callback/',
  'https://app.example.com/callback/../evil',
  'https://app.example.com/callback%2f..%2fevil',
  'https://app.example.com/./callback',
  'https://app.example.com//callback',
  'https://app.example.com/Callback',
  'https://app.example.com/%63allback',
  'https://app.example.com/callback;evil',
  'https://app.example.com/callback?',
  'https://app.example.com/callback?next=https://evil.example.com/',
  'https://app.example.com/callback#',
  'https://app.example.com/callback#https://evil.example.com/',
  'https://app.example.com/callback,https://evil.example.com/',
  'https://app.example.com/callback https://evil.example.com/',
  '["https://app.example.com/callback"]',
  '/callback',
  'callback',
  '.',
  '',
]

test.each(Object.entries(ways))('%s leads nowhere else than to pages of the pool', async (way, leads) => {
  const astray: string[] = []
  const isSignOut = way === 'a sign-out'
  const near = isSignOut ? hostile.map((uri) => uri.replaceAll('callback', 'signed-out')) : hostile
  // What is registered for the one is nothing for the other.
  for (const uri of [...near, isSignOut ? callback : signedOut]) {
    const { origin, href } = await leads(uri)
    if (origin !== provider().domain) astray.push(`${JSON.stringify(uri)} led to ${href}`)
  }
  expect(astray).toEqual([])
})

test('the form that was sent to another address has signed nobody in', async () => {
  const browser = new Browser(provider().domain)
  const page = await browser.visit(addressOf('/oauth2/authorize', { redirect_uri: callback }))
  const before = [...browser.cookies.keys()]
  const to = addressOf('/login', { redirect_uri: 'https://evil.example.com/' })
  await browser.submit(page, typedBy(provider().person), to)
  expect([...browser.cookies.keys()]).toEqual(before)
  const { url } = await browser.visit(addressOf('/oauth2/authorize', { redirect_uri: callback }))
  expect(url.pathname).toBe('/login')
})

test.each(['x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-original-url', 'x-rewrite-url'])(
  'the header %s changes nothing about where that is',
  async (header) => {
    const headers = { [header]: 'host=evil.example.com' }
    const init = { headers, redirect: 'manual' } as const
    const response = await fetch(addressOf('/oauth2/authorize', { redirect_uri: callback }), init)
    const location = new URL(response.headers.get('location') ?? '', provider().domain)
    expect([location.origin, location.pathname]).toEqual([provider().domain, '/login'])
    const { authorization_endpoint } = (await (
      await fetch(`${provider().issuer}/.well-known/openid-configuration`, { headers })
    ).json()) as { authorization_endpoint: string }
    expect(authorization_endpoint).toBe(`${provider().domain}/oauth2/authorize`)
  },
)
