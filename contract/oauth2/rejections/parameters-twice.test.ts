import { expect, test } from 'vitest'
import { Browser } from '../browser.ts'
import { callback, provided, RelyingParty, register } from '../relying-party.ts'

// RFC 6749, sections 3.1 and 3.2: a parameter must not stand there more than once.

const provider = provided()

test.each(['state', 'scope', 'response_type', 'nonce', 'code_challenge', 'prompt', 'unknown_to_all'])(
  '%s twice is told to the client as an invalid request',
  async (name) => {
    const application = await RelyingParty.at(provider())
    const { address } = await application.begin()
    address.searchParams.append(name, address.searchParams.get(name) ?? 'a')
    address.searchParams.append(name, 'other')
    const { url } = await new Browser(provider().domain).visit(address)
    expect(url.href.startsWith(`${callback}?`)).toBe(true)
    expect(url.searchParams.get('error')).toBe('invalid_request')
  },
)

test.each(['client_id', 'redirect_uri'])('%s twice is told to the person, even the same', async (name) => {
  const application = await RelyingParty.at(provider())
  const { address } = await application.begin()
  address.searchParams.append(name, address.searchParams.get(name) ?? '')
  const { url } = await new Browser(provider().domain).visit(address)
  expect([url.origin, url.pathname]).toEqual([provider().domain, '/error'])
})

test.each(['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier'])(
  '%s twice in a form is an invalid request',
  async (name) => {
    const { clientId } = await register(provider())
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'code',
      redirect_uri: callback,
      client_id: clientId,
      code_verifier: 'v'.repeat(43),
    })
    form.append(name, form.get(name) ?? '')
    const response = await fetch(`${provider().domain}/oauth2/token`, { method: 'POST', body: form })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  },
)
