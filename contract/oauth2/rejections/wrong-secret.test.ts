import {
  authorizationCodeGrant,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  None,
} from 'openid-client'
import { test } from 'vitest'
import { refusedWith } from '../refused.ts'
import { configurationOf, provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

/** The same client, by whoever knows its id. */
const impostor = (clientId: string, authentication: ClientAuth) =>
  configurationOf(provider(), clientId, {}, authentication)

test.each([
  ['a wrong one in the header', ClientSecretBasic('wrong')],
  ['a wrong one in the body', ClientSecretPost('wrong')],
  ['none', None()],
])('a client with a secret is refused with %s, and its code stays good', async (_, authentication) => {
  const application = await RelyingParty.at(provider(), { GenerateSecret: true })
  const { url, checks } = await application.returned()
  const configuration = await impostor(application.clientId, authentication)
  await refusedWith('invalid_client', authorizationCodeGrant(configuration, url, checks))
  await application.redeem(url, checks)
})

test('a client without a secret is refused with one', async () => {
  const application = await RelyingParty.at(provider())
  const { url, checks } = await application.returned()
  for (const authentication of [ClientSecretBasic('any'), ClientSecretPost('any')]) {
    const configuration = await impostor(application.clientId, authentication)
    await refusedWith('invalid_client', authorizationCodeGrant(configuration, url, checks))
  }
})
