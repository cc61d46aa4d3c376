import { expect, test } from 'vitest'
import { type Arrival, Browser } from '../browser.ts'
import { provided, RelyingParty, typedBy } from '../relying-party.ts'

// Another site sends the form of the sign-in page, so that somebody is signed in as somebody else (RFC 6749, 10.12).

const provider = provided()

/** Sends the form as the browser would, with these headers and fields; nobody may be signed in by it. */
async function expectRefusal(
  headers: Readonly<Record<string, string>>,
  change: (fields: URLSearchParams) => void = () => {},
  between: (browser: Browser) => void = () => {},
) {
  const { browser, page } = await atSignIn()
  const fields = fieldsOf(page)
  change(fields)
  between(browser)
  const init = { method: 'POST', headers, body: fields }
  const response = await browser.send(page.url, init)
  expect(response.status).toBeLessThan(500)
  expect(response.headers.get('location')).toBeNull()
  expect([...browser.cookies.keys()].filter((name) => name.includes('cognito'))).toEqual([])
}

async function atSignIn() {
  const application = await RelyingParty.at(provider())
  const browser = new Browser(provider().domain)
  const page = await browser.visit((await application.begin()).address)
  return { browser, page }
}

function fieldsOf({ page = '' }: Arrival) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return new URLSearchParams({ ...typedBy(provider().person), _csrf: csrf })
}

test('the form is taken from the page itself', async () => {
  const { browser, page } = await atSignIn()
  const headers = { 'sec-fetch-site': 'same-origin' }
  const response = await browser.send(page.url, { method: 'POST', headers, body: fieldsOf(page) })
  expect(response.status).toBe(302)
})

test.each(['cross-site', 'same-site'])('it is refused where the browser says that it is %s', (site) =>
  expectRefusal({ 'sec-fetch-site': site }),
)

test.each<[string, (fields: URLSearchParams) => void]>([
  ['without its token', (fields) => fields.delete('_csrf')],
  ['with an empty token', (fields) => fields.set('_csrf', '')],
  ['with another token', (fields) => fields.set('_csrf', 'x'.repeat(43))],
  ['with a longer token', (fields) => fields.set('_csrf', `${fields.get('_csrf')}x`)],
])('it is refused %s', (_, change) => expectRefusal({}, change))

test('it is refused where the browser has not the cookie of that page', async () => {
  const { page } = await atSignIn()
  const other = new Browser(provider().domain)
  const response = await other.send(page.url, { method: 'POST', body: fieldsOf(page) })
  expect(response.headers.get('location')).toBeNull()
})

test('it is no form as JSON or as plain text, which other sites could send', async () => {
  const { browser, page } = await atSignIn()
  for (const type of ['text/plain', 'application/json']) {
    const init = { method: 'POST', headers: { 'content-type': type }, body: fieldsOf(page).toString() }
    expect((await browser.send(page.url, init)).status).toBe(403)
  }
})
