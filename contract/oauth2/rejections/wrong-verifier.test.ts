import { randomPKCECodeVerifier } from 'openid-client'
import { test } from 'vitest'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty } from '../relying-party.ts'

// RFC 7636, section 4.6.

const provider = provided()

test('a code is refused with another verifier, or none, and then still given for the right one', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  const { pkceCodeVerifier, ...without } = checks
  await refusedWith(
    'invalid_grant',
    application.redeem(url, { ...without, pkceCodeVerifier: randomPKCECodeVerifier() }),
  )
  await refusedWith('invalid_grant', application.redeem(url, without))
  await application.redeem(url, { ...without, pkceCodeVerifier })
})
