import { test } from 'vitest'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

test('a code that is older than five minutes is refused', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  provider().moveClock({ minutes: 5 })
  await refusedWith('invalid_grant', application.redeem(url, checks))
})
