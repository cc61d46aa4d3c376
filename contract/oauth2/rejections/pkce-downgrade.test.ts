import { AuthorizationResponseError } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { Browser } from '../browser.ts'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty, signIn } from '../relying-party.ts'

// RFC 9700, section 4.8: somebody changes the request on its way.

const provider = provided()

test('a challenge that is taken out of the request makes the verifier a reason to refuse the code', async () => {
  const application = await RelyingParty.at(provider())
  const { address, checks } = await application.begin()
  address.searchParams.delete('code_challenge')
  address.searchParams.delete('code_challenge_method')
  const url = await signIn(provider(), address)
  await refusedWith('invalid_grant', application.redeem(url, checks))
})

test.each([
  ['plain', { code_challenge_method: 'plain' }],
  ['left out, which is plain', { code_challenge_method: '' }],
  ['written otherwise', { code_challenge_method: 's256' }],
  ['there without a challenge', { code_challenge: '' }],
])('a method that is %s is an invalid request', async (_, more) => {
  const application = await RelyingParty.at(provider())
  const { address, checks } = await application.begin(more)
  const { url } = await new Browser(provider().domain).visit(address)
  const refused = await refusal(application.redeem(url, checks), AuthorizationResponseError)
  expect(refused.error).toBe('invalid_request')
})
