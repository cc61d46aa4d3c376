import { test } from 'vitest'
import { refusedWith } from '../refused.ts'
import { callback, provided, RelyingParty } from '../relying-party.ts'

// RFC 6749, section 4.1.3.

const provider = provided()

test('a code that went to one redirect URI of the client is refused by the name of another', async () => {
  const other = 'https://app.example.com/other'
  const application = await RelyingParty.at(provider(), { CallbackURLs: [callback, other] })
  const { url, checks } = await application.returned()
  await refusedWith('invalid_grant', application.redeem(new URL(`${other}${url.search}`), checks))
  await application.redeem(url, checks)
})
