import { ClientError, randomNonce } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { provided, RelyingParty, signIn } from '../relying-party.ts'

// OpenID Connect Core, section 3.1.3.7.

const provider = provided()

const claim = { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', cause: { cause: { claim: 'nonce' } } }

test('an application knows an ID token that is not for its own request, since the nonce is in it', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  const attempt = application.redeem(url, { ...checks, expectedNonce: randomNonce() })
  expect(await refusal(attempt, ClientError)).toMatchObject(claim)
})

test('a nonce that nobody asked for is in none', async () => {
  const application = await RelyingParty.at(provider())
  const { address, checks } = await application.begin()
  address.searchParams.delete('nonce')
  const attempt = application.redeem(await signIn(provider(), address), checks)
  expect(await refusal(attempt, ClientError)).toMatchObject({ code: 'OAUTH_INVALID_RESPONSE' })
})
