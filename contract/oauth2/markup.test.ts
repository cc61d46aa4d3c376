import { expect, test } from 'vitest'
import { Browser } from './browser.ts'
import { expectHarmless, markup, names, paths } from './harmless.ts'
import { callback, provided, register, signedOut, typedBy } from './relying-party.ts'

// Each parameter by itself, in a request that would get far without it (CWE-79).

const provider = provided()

const csrf = 'c'.repeat(43)

/** What a client asks for, and what people type there. */
async function wholeRequest(change: Readonly<Record<string, string>>) {
  const { clientId } = await known()
  const query = { client_id: clientId, redirect_uri: callback, response_type: 'code', ...change }
  const form = { ...typedBy(provider().person), _csrf: csrf, ...change }
  return { query: new URLSearchParams(query), form: new URLSearchParams(form) }
}

let registered: ReturnType<typeof register> | undefined
const known = () => (registered ??= register(provider()))

function browserOfPage() {
  const browser = new Browser(provider().domain)
  browser.keep(`__Host-XSRF-TOKEN=${csrf}`)
  return browser
}

test('the request by itself signs somebody in, so that its pages were asked in earnest', async () => {
  const { query, form } = await wholeRequest({})
  const { url } = await browserOfPage().visit(`/login?${query}`, { method: 'POST', body: form })
  expect(url.searchParams.get('code')).not.toBeNull()
})

test.each(paths)('%s shows none of it as it is', async (path) => {
  for (const name of names) {
    const { query, form } = await wholeRequest({ [name]: markup })
    const untouched = (await wholeRequest({})).query
    for (const [address, init] of [
      [`${path}?${query}`, { method: 'GET' }],
      [`${path}?${query}`, { method: 'POST', body: form }],
      [`${path}?${untouched}`, { method: 'POST', body: form }],
    ] as const) {
      const response = await browserOfPage().send(address, init)
      await expectHarmless(provider(), { path, method: init.method }, response)
    }
  }
})

test.each([
  ['/error', { error: markup, client_id: markup }],
  ['/logout', { logout_uri: signedOut, client_id: markup }],
])('what %s leads to shows none of it either', async (path, query) => {
  const arrival = await browserOfPage().visit(`${path}?${new URLSearchParams(query)}`)
  expect(arrival.url.origin).toBe(provider().domain)
  expect(arrival.page).not.toContain(markup)
})
