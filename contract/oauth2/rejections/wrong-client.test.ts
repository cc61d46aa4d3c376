import { CreateUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider'
import { refreshTokenGrant } from 'openid-client'
import { test } from 'vitest'
import { newUserPool, present } from '../../target.ts'
import { refusedWith } from '../refused.ts'
import { type Provider, provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

test('a code is refused to another client, of the same pool or of another, and stays good for its own', async () => {
  const application = await RelyingParty.at(provider())
  const neighbour = await RelyingParty.at(provider())
  const stranger = await RelyingParty.at(await another(provider()))
  const { url, checks } = await application.returned()
  await refusedWith('invalid_grant', neighbour.redeem(url, checks))
  await refusedWith('invalid_grant', stranger.redeem(url, checks))
  await application.redeem(url, checks)
})

test('a refresh token is refused to another client', async () => {
  const application = await RelyingParty.at(provider())
  const neighbour = await RelyingParty.at(provider())
  const { refresh_token } = await application.tokens()
  await refusedWith('invalid_grant', refreshTokenGrant(neighbour.configuration, present(refresh_token)))
  await refreshTokenGrant(application.configuration, present(refresh_token))
})

/** A second pool of the same service. */
async function another(known: Provider): Promise<Provider> {
  const userPoolId = await newUserPool(known.admin)
  await known.admin.send(new CreateUserPoolDomainCommand({ UserPoolId: userPoolId, Domain: 'another' }))
  return { ...known, userPoolId, issuer: known.issuer.replace(known.userPoolId, userPoolId) }
}
