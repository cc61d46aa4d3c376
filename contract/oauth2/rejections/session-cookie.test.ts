import { expect, test } from 'vitest'
import { present } from '../../target.ts'
import { Browser } from '../browser.ts'
import { provided, RelyingParty, signedOut, signIn } from '../relying-party.ts'

// The cookies of the sign-in page.

const provider = provided()

const isOfSession = ([name]: readonly [string, string]) => name.includes('cognito')
const sessionOf = ({ cookies }: Browser) => present([...cookies].find(isOfSession))

/** A browser in which somebody is signed in, and whether a browser is one. */
async function signedIn() {
  const application = await RelyingParty.at(provider())
  const browser = new Browser(provider().domain)
  const address = async () => (await application.begin()).address
  await signIn(provider(), await address(), browser)
  const isKnown = async (of: Browser) => (await of.visit(await address())).url.pathname !== '/login'
  expect(await isKnown(browser)).toBe(true)
  return { application, browser, address, isKnown }
}

test('every cookie is for the host alone, by https alone, and hidden from scripts and other sites', async () => {
  const { browser } = await signedIn()
  expect(browser.cookies.size).toBeGreaterThan(1)
  for (const [name, cookie] of browser.cookies) {
    expect(name).toMatch(/^__Host-/)
    const attributes = cookie.toLowerCase().split('; ').slice(1)
    expect(attributes).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']))
    expect(attributes.filter((attribute) => attribute.startsWith('domain'))).toEqual([])
  }
})

test('a session that was planted before the sign-in is not the one that begins there', async () => {
  const { browser, address, isKnown } = await signedIn()
  const [name, known] = sessionOf(browser)
  const planted = `${name}=${'p'.repeat(43)}`
  const victim = new Browser(provider().domain)
  victim.keep(planted)
  await signIn(provider(), await address(), victim)
  const [, begun] = sessionOf(victim)
  expect(begun).not.toContain('ppp')
  expect(begun).not.toBe(known)
  const attacker = new Browser(provider().domain)
  attacker.keep(planted)
  expect(await isKnown(attacker)).toBe(false)
})

test.each([
  ['guessed', (value: string) => value.replace(/=.*?;/, `=${'a'.repeat(43)};`)],
  ['cut short', (value: string) => value.replace(/.;/, ';')],
  ['empty', (value: string) => value.replace(/=.*?;/, '=;')],
])('a session that is %s is none', async (_, forged) => {
  const { browser, isKnown } = await signedIn()
  const other = new Browser(provider().domain)
  other.keep(forged(sessionOf(browser)[1]))
  expect(await isKnown(other)).toBe(false)
})

test('a session is over once signed out of, also for whoever kept its cookie', async () => {
  const { application, browser, isKnown } = await signedIn()
  const [, cookie] = sessionOf(browser)
  const address = new URL('/logout', provider().domain)
  address.search = new URLSearchParams({ client_id: application.clientId, logout_uri: signedOut }).toString()
  await browser.visit(address)
  expect([...browser.cookies].filter(isOfSession)).toEqual([])
  browser.keep(cookie)
  expect(await isKnown(browser)).toBe(false)
})
