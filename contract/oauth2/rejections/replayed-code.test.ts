import { refreshTokenGrant } from 'openid-client'
import { expect, test } from 'vitest'
import { present } from '../../target.ts'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty } from '../relying-party.ts'

// RFC 6749, sections 4.1.2 and 10.5.

const provider = provided()

test('a code that is brought a second time is refused, and what came of it ends', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  const { refresh_token } = await application.redeem(url, checks)
  await refusedWith('invalid_grant', application.redeem(url, checks))
  await refusedWith('invalid_grant', refreshTokenGrant(application.configuration, present(refresh_token)))
})

test('of many that bring the same code at once, one gets tokens at most, which are good for nothing', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => application.redeem(url, checks)))
  const redeemed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  expect(redeemed.length).toBeLessThanOrEqual(1)
  for (const { refresh_token } of redeemed) {
    await refusedWith('invalid_grant', refreshTokenGrant(application.configuration, present(refresh_token)))
  }
})
