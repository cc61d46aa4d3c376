import { expect, test } from 'vitest'
import { Browser } from '../browser.ts'
import { callback, provided, RelyingParty } from '../relying-party.ts'

// RFC 6749, section 4.1.2.1. What is nearly registered stands in redirects.test.ts.

const provider = provided()

test('a redirect URI that is not registered is told to the person, and to nobody else', async () => {
  const application = await RelyingParty.at(provider())
  const { address } = await application.begin({ redirect_uri: `${callback}/other` })
  const { url } = await new Browser(provider().domain).visit(address)
  expect([url.origin, url.pathname]).toEqual([provider().domain, '/error'])
  expect(url.searchParams.get('error')).toBe('redirect_mismatch')
})

test('a redirect URI of another client is as good as none', async () => {
  const uri = 'https://other.example.com/callback'
  await RelyingParty.at(provider(), { CallbackURLs: [uri] })
  const application = await RelyingParty.at(provider())
  const { address } = await application.begin({ redirect_uri: uri })
  const { url } = await new Browser(provider().domain).visit(address)
  expect(url.pathname).toBe('/error')
})
