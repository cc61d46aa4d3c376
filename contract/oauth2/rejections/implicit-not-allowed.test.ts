import { expect, test } from 'vitest'
import { Browser } from '../browser.ts'
import { provided, RelyingParty, signIn } from '../relying-party.ts'

const provider = provided()

/** What a client is told in the fragment, where an answer with tokens would have been. */
async function toldInFragment(allowed: ('code' | 'implicit')[], browser: Browser) {
  const application = await RelyingParty.at(provider(), { AllowedOAuthFlows: allowed })
  const { address } = await application.begin({ response_type: 'token' })
  const { url } = await browser.visit(address)
  expect(url.search).toBe('')
  return new URLSearchParams(url.hash.slice(1))
}

test('a client that may use the code alone gets no token in its address, even for somebody who is signed in', async () => {
  const browser = new Browser(provider().domain)
  const application = await RelyingParty.at(provider())
  await signIn(provider(), (await application.begin()).address, browser)
  expect((await toldInFragment(['implicit'], browser)).has('access_token')).toBe(true)
  const told = await toldInFragment(['code'], browser)
  expect(told.get('error')).toBe('unauthorized_client')
  expect(told.has('access_token')).toBe(false)
})

test('a client that may use tokens alone gets no code', async () => {
  const application = await RelyingParty.at(provider(), { AllowedOAuthFlows: ['implicit'] })
  const { url } = await new Browser(provider().domain).visit((await application.begin()).address)
  expect(url.searchParams.get('error')).toBe('unauthorized_client')
})
