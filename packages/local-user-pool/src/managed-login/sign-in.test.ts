import { describe, expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { oauthPool } from '../test-oauth.ts'
import { testPassword } from '../test-pool.ts'

const hanako = { username: 'hanako@example.com', password: testPassword }

/** A pool that asks for a code by e-mail after the password. */
async function mfaPool() {
  const pool = await oauthPool(
    {},
    {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:eu-west-1:000000000000:identity/a@example.com',
      },
    },
  )
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: {},
  })
  return pool
}

describe('a question of a sign-in', () => {
  test('is in the page alone, so that two tabs do not disturb each other', async () => {
    const pool = await mfaPool()
    const login = await personAt(pool)
    const first = await login.send(hanako)
    const firstCode = await pool.sent(hanako.username)
    const second = await login.send(hanako)
    const secondCode = await pool.sent(hanako.username)
    expect((await first.send({ code: firstCode })).code).toBeDefined()
    expect((await second.send({ code: secondCode })).code).toBeDefined()
  })

  test('that was answered is over: who reloads the answer, or goes back, is told to start over', async () => {
    const pool = await mfaPool()
    const asked = await (await personAt(pool)).send(hanako)
    const code = await pool.sent(hanako.username)
    await asked.send({ code })
    const again = await asked.send({ code })
    expect(again).toMatchObject({ status: 400, title: 'This step is over', code: undefined })
    expect(again.page).toMatch(/<a href="\/login\?client_id=/)
  })

  test('that took too long is over too', async () => {
    const pool = await mfaPool()
    const asked = await (await personAt(pool)).send(hanako)
    const code = await pool.sent(hanako.username)
    pool.wait({ minutes: 4 })
    expect((await asked.send({ code })).title).toBe('This step is over')
  })

  test('is not answered for another client', async () => {
    const pool = await mfaPool()
    const other = await pool.client({
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://app.example.com/callback'],
      SupportedIdentityProviders: ['COGNITO'],
    })
    const asked = await (await personAt(pool)).send(hanako)
    const elsewhere = await personAt(pool, '/login', { client_id: other.ClientId }, asked.browser)
    const person = await elsewhere.send({
      challenge: 'EMAIL_OTP',
      session: asked.hidden('session') ?? '',
      username: asked.hidden('username') ?? '',
      code: await pool.sent(hanako.username),
    })
    expect(person).toMatchObject({ title: 'This step is over', code: undefined })
  })

  test('that has no page is refused by its name', async () => {
    const person = await (await personAt(await oauthPool())).send({ challenge: 'CUSTOM_CHALLENGE' })
    expect(person.problem).toBe(
      'To sign in, this account has to answer CUSTOM_CHALLENGE, for which managed login has no page.',
    )
  })

  test('survives parameters that are none', async () => {
    const asked = await (await personAt(await mfaPool())).send(hanako)
    for (const parameters of ['nonsense', '[1]', 'null', '{"CODE_DELIVERY_DESTINATION":{}}']) {
      const person = await asked.send({ code: '000000', parameters })
      expect(person.title).toBe('Error: Enter your verification code')
    }
  })
})
