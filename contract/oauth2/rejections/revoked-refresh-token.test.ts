import {
  fetchUserInfo,
  refreshTokenGrant,
  tokenRevocation,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { present } from '../../target.ts'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty } from '../relying-party.ts'

// RFC 7009, section 2.

const provider = provided()

test('a refresh token that was revoked gives nothing, and neither does what came of it', async () => {
  const { configuration, ...application } = await begun()
  const { access_token } = await refreshTokenGrant(configuration, application.refreshToken)
  await tokenRevocation(configuration, application.refreshToken)
  await refusedWith('invalid_grant', refreshTokenGrant(configuration, application.refreshToken))
  const refused = await refusal(
    fetchUserInfo(configuration, access_token, provider().person.sub),
    WWWAuthenticateChallengeError,
  )
  expect(refused.status).toBe(401)
})

test('to revoke it again, or one that never was, is fine', async () => {
  const { configuration, refreshToken } = await begun()
  for (const token of [refreshToken, refreshToken, 'never-was']) await tokenRevocation(configuration, token)
})

test('another sign-in of the same person goes on', async () => {
  const { configuration, refreshToken, ...application } = await begun()
  await tokenRevocation(configuration, (await application.again()).refreshToken)
  await refreshTokenGrant(configuration, refreshToken)
})

test('an access token cannot be revoked', async () => {
  const { configuration, accessToken } = await begun()
  await refusedWith('unsupported_token_type', tokenRevocation(configuration, accessToken))
})

async function begun(known?: RelyingParty) {
  const application = known ?? (await RelyingParty.at(provider()))
  const { refresh_token, access_token } = await application.tokens()
  return {
    configuration: application.configuration,
    refreshToken: present(refresh_token),
    accessToken: access_token,
    again: () => begun(application),
  }
}
