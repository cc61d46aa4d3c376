import { authorizationCodeGrant, type ClientAuth, ClientSecretBasic, ClientSecretPost } from 'openid-client'
import { test } from 'vitest'
import { present } from '../../target.ts'
import { refusedWith } from '../refused.ts'
import { configurationOf, provided, RelyingParty } from '../relying-party.ts'

// RFC 6749, section 2.3: a client must not use more than one way in a request.

const provider = provided()

test('a secret in the header and in the body is an invalid request, though it is right', async () => {
  const application = await RelyingParty.at(provider(), { GenerateSecret: true })
  const { client_secret } = application.configuration.clientMetadata()
  const secret = present(client_secret)
  const twice: ClientAuth = (...request) => {
    ClientSecretBasic(secret)(...request)
    ClientSecretPost(secret)(...request)
  }
  const configuration = await configurationOf(provider(), application.clientId, {}, twice)
  const { url, checks } = await application.returned()
  await refusedWith('invalid_request', authorizationCodeGrant(configuration, url, checks))
  await application.redeem(url, checks)
})
