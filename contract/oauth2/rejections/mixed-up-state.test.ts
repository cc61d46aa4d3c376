import { ClientError } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { provided, RelyingParty } from '../relying-party.ts'

// RFC 6749, section 10.12: the answer to one sign-in comes to another.

const provider = provided()

test('an application knows an answer that is not to its own request, since the state comes back as it was', async () => {
  const application = await RelyingParty.at(provider())
  const mine = await application.returned()
  const theirs = await application.returned()
  expect(mine.url.searchParams.get('state')).toBe(mine.checks.expectedState)
  const mixedUp = await refusal(application.redeem(theirs.url, mine.checks), ClientError)
  expect(mixedUp.code).toBe('OAUTH_INVALID_RESPONSE')
  // A state that is copied into it does not help: the code is bound to the verifier of the other.
  theirs.url.searchParams.set('state', mine.checks.expectedState)
  await expect(application.redeem(theirs.url, mine.checks)).rejects.toMatchObject({ error: 'invalid_grant' })
})

test.each(['a b+c%20d&e=f#g', '"<>\\', 'é 🚪', '='.repeat(2000)])(
  'the state %j comes back to the letter',
  async (state) => {
    const application = await RelyingParty.at(provider())
    const { url } = await application.returned({ state })
    expect(url.searchParams.get('state')).toBe(state)
  },
)
