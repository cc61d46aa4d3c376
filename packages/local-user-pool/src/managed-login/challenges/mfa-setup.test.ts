import { TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { personAt } from '../../test-managed-login.ts'
import { oauthPool } from '../../test-oauth.ts'
import { type TestPool, testPassword } from '../../test-pool.ts'

const hanako = { username: 'hanako@example.com', password: testPassword }

async function mfaPool(config: object, verified = 'false') {
  const pool = await oauthPool(
    { GenerateSecret: true },
    {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:eu-west-1:000000000000:identity/a@example.com',
      },
    },
  )
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: hanako.username,
    UserAttributes: [{ Name: 'email_verified', Value: verified }],
  })
  await pool.call('SetUserPoolMfaConfig', { UserPoolId: pool.userPoolId, MfaConfiguration: 'ON', ...config })
  return pool
}

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const email = { EmailMfaConfiguration: {} }

const secretIn = (page: string) =>
  /<code class="secret"[^>]*>([^<]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
const codeOf = (pool: TestPool, secret: string) => new TOTP({ secret }).generate({ timestamp: pool.now() })

describe('an authenticator app', () => {
  test('is set up by a QR code or its key, and asked for from then on, once for each code', async () => {
    const pool = await mfaPool(app)
    const asked = await (await personAt(pool)).send(hanako)
    expect(asked.title).toBe('Set up your authenticator app')
    const secret = secretIn(asked.page)
    expect(asked.page).toContain(`otpauth://totp/test:hanako%40example.com?issuer=test&amp;secret=${secret}`)
    expect(asked.page).toMatch(/<svg class="qr" [^>]*role="img" aria-label="QR code/)
    const wrong = await asked.send({ code: '12 34' })
    expect(wrong.title).toBe('Error: Set up your authenticator app')
    expect(secretIn(wrong.page)).toBe(secret)
    expect((await wrong.send({ code: codeOf(pool, secret) })).code).toBeDefined()

    const next = await (await personAt(pool)).send(hanako)
    expect(next.title).toBe('Enter your verification code')
    expect((await next.send({ code: codeOf(pool, secret) })).problem).toMatch(
      /^This code has been used already\./,
    )
    pool.wait({ seconds: 30 })
    expect((await next.send({ code: codeOf(pool, secret) })).code).toBeDefined()
  })
})

describe('codes by e-mail', () => {
  test('are set up with an address, also another than that of the account', async () => {
    const pool = await mfaPool(email)
    const asked = await (await personAt(pool)).send(hanako)
    expect(asked.title).toBe('Set up codes by email')
    const wrong = await asked.send({ email: 'nonsense' })
    expect(wrong.title).toBe('Error: Set up codes by email')
    const sent = await wrong.send({ email: 'ｈana＠example.com' })
    expect(sent.page).toContain('We sent a verification code to h***@e***.')
    expect((await sent.send({ code: await pool.sent('hana@example.com') })).code).toBeDefined()
  })
})

test('where there are both, the page asks which', async () => {
  const pool = await mfaPool({ ...app, ...email })
  const asked = await (await personAt(pool)).send(hanako)
  expect(asked.title).toBe('Set up two-step verification')
  expect((await asked.send({ answer: 'EMAIL_OTP' })).title).toBe('Set up codes by email')
  expect((await asked.send({ answer: 'SOFTWARE_TOKEN_MFA' })).title).toBe('Set up your authenticator app')
})
