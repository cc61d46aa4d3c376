import { createLocalUserPool } from '@genkan/local-user-pool'
import { serveLocalUserPool } from '@genkan/local-user-pool/playwright'
import type { Page } from '@playwright/test'
import { entranceTemplate } from '../infra/src/template.ts'
import { isAccessible } from './accessible.ts'
import { accountPage, scan, wrongCode } from './account-page.ts'
import { entrance, type Language, languages, locales, words } from './entrance.ts'
import { test as base, expect, latestFor } from './journey.ts'

/** What `npm run deploy` writes beside the ids: see infra/src/users.ts. */
const passwordFormat = {
  minLength: 12,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSpecialCharacters: false,
}
const longPassword = 'correct-horse-battery'

interface Fixtures {
  /** Opens the entrance on a pool of the journey's own, made of the template that is deployed. */
  deployed: {
    open(): Promise<void>
    codeFor(email: string): Promise<string>
    now(): number
    wait(): void
    /** Somebody else signs up with this address. */
    signUpElsewhere(email: string): Promise<void>
  }
}

const test = base.extend<Fixtures, { readonly template: Record<string, unknown> }>({
  // Synthesised once: CDK takes longer to load than a journey takes.
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    async ({}, use) => use(await entranceTemplate()),
    { scope: 'worker', timeout: 180_000 },
  ],
  deployed: async ({ context, places, openWith, template }, use) => {
    let ahead = 0
    const now = () => Date.now() + ahead
    const pool = createLocalUserPool({ definition: { template }, endpoint: places.pool, clock: now })
    await serveLocalUserPool(context, pool)
    const [users] = (await pool.deployment).pools
    const userPoolId = users?.userPoolId
    const userPoolClientId = users?.clients[0]?.clientId
    await use({
      open: () => openWith({ userPoolId, userPoolClientId, passwordFormat }),
      codeFor: (email) => latestFor(email, (path) => pool.fetch(new Request(places.pool + path))),
      now,
      wait: () => {
        ahead += 60_000
      },
      async signUpElsewhere(Username) {
        const body = JSON.stringify({
          ClientId: userPoolClientId,
          Username,
          Password: longPassword,
          UserAttributes: [{ Name: 'name', Value: '田中 蓮' }],
        })
        const headers = {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
        }
        const { ok } = await pool.fetch(new Request(places.pool, { method: 'POST', headers, body }))
        expect(ok).toBe(true)
      },
    })
    pool.close()
  },
})

async function signUp(
  page: Page,
  email: string,
  codeFor: (email: string) => Promise<string>,
  language: Language = 'ja',
) {
  const { button, field, heading, password, text } = entrance(page, language)
  await button(text.signUp).click()
  await field(text.email).fill(email)
  await field(text.name).fill('佐藤 葵')
  await password().fill('Short-2026')
  await button(text.submitSignUp).click()
  await expect(heading(text.signUp)).toBeVisible()
  await password().fill(longPassword)
  await button(text.submitSignUp).click()
  await field(text.code).fill(await codeFor(email))
  await button(text.confirm).click()
  await expect(heading(text.signedIn)).toBeFocused()
}

test('on the definition that is deployed, somebody signs up, stays, and comes back after a forgotten password', async ({
  page,
  newEmail,
  deployed,
}) => {
  const { button, field, heading, password, alert, status, signIn, text } = entrance(page)
  const email = newEmail()
  await deployed.open()
  await signUp(page, email, deployed.codeFor)
  await page.reload()
  await expect(heading(text.signedIn)).toBeVisible()
  await button(text.signOut).click()

  await signIn({ email, password: 'wrong-horse-battery' })
  await expect(alert).toContainText(text.incorrect)
  await button(text.forgot).click()
  await button('確認コードを送信').click()
  // Before that the latest code in the inbox is the one of the sign-up.
  await expect(heading('新しいパスワードの設定')).toBeVisible()
  await field(text.code).fill(await deployed.codeFor(email))
  await password(text.newPassword).fill(`${longPassword}-2`)
  await button('パスワードを再設定').click()
  await expect(status).toContainText('パスワードを再設定しました。')
  await signIn({ email, password: `${longPassword}-2` })
  await expect(heading(text.signedIn)).toBeVisible()
})

test('on the definition that is deployed, an authenticator app is added and asked for', async ({
  page,
  newEmail,
  deployed,
}) => {
  const { button, field, heading, row, said, signIn, text } = accountPage(page)
  const email = newEmail()
  await deployed.open()
  await signUp(page, email, deployed.codeFor)
  await button(text.account).click()
  await button(text.turnOn(text.choices.TOTP)).click()
  const totp = await scan(page)
  await field(text.mfaCode).fill(totp.generate({ timestamp: deployed.now() }))
  await button(text.addApp).click()
  await expect(said(text.appAdded)).toBeVisible()
  await expect(row(text.choices.TOTP)).toContainText(text.preferred)
  await button(text.signOut).click()

  await signIn({ email, password: longPassword })
  await expect(heading(text.mfaCodeTitle)).toBeFocused()
  deployed.wait()
  await field(text.mfaCode).fill(totp.generate({ timestamp: deployed.now() }))
  await button(words.ja.verify).click()
  await expect(heading(text.signedIn)).toBeFocused()
})

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('on the definition that is deployed, the old e-mail address counts until the new one is confirmed', {
      tag: '@phone',
    }, async ({ page, newEmail, deployed }) => {
      const { button, field, heading, row, said, alert, signIn, text } = accountPage(page, language)
      const [email, address] = [newEmail(), newEmail()]
      await deployed.open()
      await signUp(page, email, deployed.codeFor, language)
      await button(text.account).click()
      await button(text.change(text.email)).click()
      await field(text.email).fill(address)
      await button(text.save).click()
      await expect(field(text.code)).toBeFocused()
      await expect(row(text.email)).toContainText(email)
      await expect(row(text.email)).toContainText(text.verified)
      await expect(page.getByText(text.pending(address))).toBeVisible()
      await isAccessible(page)
      const first = await deployed.codeFor(address)
      await field(text.code).fill(wrongCode(first))
      await button(text.confirm).click()
      await expect(alert).toContainText(text.wrongCode)

      const sent = page.waitForResponse(
        (response) => response.request().headers()['x-amz-target']?.endsWith('UpdateUserAttributes') ?? false,
      )
      await button(text.resend).click()
      await sent
      const code = await deployed.codeFor(address)
      expect(code).not.toBe(first)
      await field(text.code).fill(code)
      await button(text.confirm).click()
      await expect(said(text.confirmed)).toBeVisible()
      await expect(row(text.email)).toContainText(address)
      await expect(row(text.email)).toContainText(text.verified)
      await button(text.signOut).click()
      await signIn({ email, password: longPassword })
      await expect(alert).toContainText(text.incorrect)
      await signIn({ email: address, password: longPassword })
      await expect(heading(text.signedIn)).toBeFocused()
    })
  })
}

test('on the definition that is deployed, an address that somebody else has taken meanwhile stays theirs', async ({
  page,
  newEmail,
  deployed,
}) => {
  const { button, field, row, alert, text } = accountPage(page)
  const [email, address] = [newEmail(), newEmail()]
  await deployed.open()
  await signUp(page, email, deployed.codeFor)
  await button(text.account).click()
  await button(text.change(text.email)).click()
  await field(text.email).fill(address)
  await button(text.save).click()
  await field(text.code).fill(await deployed.codeFor(address))
  await deployed.signUpElsewhere(address)
  await button(text.confirm).click()
  await expect(alert).toContainText(text.taken)
  await button(text.cancel).click()
  await expect(row(text.email)).toContainText(email)
})
