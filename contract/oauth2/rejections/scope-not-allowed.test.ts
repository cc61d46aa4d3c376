import { AuthorizationResponseError, clientCredentialsGrant } from 'openid-client'
import { expect, test } from 'vitest'
import { refusal } from '../../refusal.ts'
import { Browser } from '../browser.ts'
import { newMachine } from '../machine.ts'
import { refusedWith } from '../refused.ts'
import { configurationOf, provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

test.each(['openid phone', 'openid nonsense', 'OPENID'])(
  'the scope %s, of which the client may not have all, is told to the client',
  async (scope) => {
    const application = await RelyingParty.at(provider())
    const { address, checks } = await application.begin({ scope })
    const { url } = await new Browser(provider().domain).visit(address)
    const refused = await refusal(application.redeem(url, checks), AuthorizationResponseError)
    expect(refused.error).toBe('invalid_scope')
  },
)

test('a machine gets no scope that is about people, and none that it is not allowed', async () => {
  const { clientId, clientSecret, api } = await newMachine(provider())
  const configuration = await configurationOf(provider(), clientId, clientSecret)
  for (const scope of ['openid', 'aws.cognito.signin.user.admin', `${api}/write`]) {
    await refusedWith('invalid_scope', clientCredentialsGrant(configuration, { scope }))
  }
  await clientCredentialsGrant(configuration, { scope: `${api}/read` })
})
