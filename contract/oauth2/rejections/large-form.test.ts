import { expect, test } from 'vitest'
import { provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

test.each(['/oauth2/token', '/oauth2/revoke', '/login'])(
  'a form of more than 64 KiB is refused by %s, whatever it says about its length',
  async (path) => {
    const { address } = await (await RelyingParty.at(provider())).begin()
    const form = `client_id=${'x'.repeat(70 * 1024)}`
    for (const body of [form, new Blob([form]).stream()]) {
      const response = await fetch(`${provider().domain}${path}${address.search}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        // As it comes, without a length.
        ...(typeof body !== 'string' && { duplex: 'half' as const }),
      })
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ error: 'invalid_request' })
    }
  },
)
