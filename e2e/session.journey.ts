import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

test('a reload restores the session, without a call and without showing the form', { tag: '@phone' }, async ({
  page,
  person,
  places,
}) => {
  const { open, signIn, heading, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url() === `${places.pool}/`) calls.push(request.method())
  })
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('input[type=password]')) seen.push('form')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(heading(text.signedIn)).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
  expect(calls).toEqual([])
})

test('tokens that ended are refreshed when the page is opened again', async ({
  page,
  person,
  context,
  places,
}) => {
  const { open, signIn, heading, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const later = await context.newPage()
  await later.clock.install({ time: Date.now() + 2 * 60 * 60 * 1000 })
  const refresh = later.waitForRequest(
    (request) => request.headers()['x-amz-target']?.endsWith('GetTokensFromRefreshToken') ?? false,
  )
  await later.goto(places.page)
  await refresh
  await expect(entrance(later).heading(text.signedIn)).toBeVisible()
})

for (const language of languages) {
  test.describe(`the ID token, in ${language}`, () => {
    test.use({ locale: locales[language], permissions: ['clipboard-read', 'clipboard-write'] })

    test('is shown raw and decoded, with the time it has left, and can be copied', async ({
      page,
      person,
    }) => {
      const { open, signIn, claim, text } = entrance(page, language)
      await open()
      await signIn(person)
      await page.getByText(text.idToken).click()
      await expect(claim('email')).toContainText(person.email)
      await expect(claim('token_use')).toContainText('id')
      await expect(page.getByText(language === 'ja' ? /59 分 \d+ 秒/ : /59 min/)).toBeVisible()
      await page
        .getByRole('button', { name: language === 'ja' ? 'トークンをコピー' : 'Copy the token' })
        .click()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied.split('.')).toHaveLength(3)
      await expect(page.getByRole('code').or(page.locator('code.raw'))).toHaveText(copied)
    })
  })
}

const keys = (page: import('@playwright/test').Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => /Cognito/.test(key)),
  )

test('signing out ends the session here, at the pool, and leaves no token behind', { tag: '@phone' }, async ({
  page,
  person,
  places,
}) => {
  const { open, signIn, heading, button, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const revoked = page.waitForResponse(
    (response) => response.request().headers()['x-amz-target']?.endsWith('RevokeToken') ?? false,
  )
  await button(text.signOut).click()
  expect((await revoked).status()).toBe(200)
  await expect(heading(text.signIn)).toBeFocused()
  expect(await keys(page)).toEqual([])
  await page.goto(places.page)
  await expect(heading(text.signIn)).toBeVisible()
})

test('signing out everywhere ends the session of another device', async ({
  page,
  person,
  browser,
  places,
}) => {
  const { open, signIn, heading, button, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()

  const otherDevice = await browser.newContext({ locale: 'ja-JP' })
  const otherPage = await otherDevice.newPage()
  await otherPage.goto(places.page)
  const other = entrance(otherPage)
  await other.signIn(person)
  await expect(other.heading(text.signedIn)).toBeVisible()

  await button('すべての端末からログアウト').click()
  await expect(page.getByText('すべての端末からログアウトしました。')).toBeVisible()

  await otherPage.clock.install({ time: Date.now() + 2 * 60 * 60 * 1000 })
  await otherPage.reload()
  await expect(other.heading(text.signIn)).toBeVisible()
  await otherDevice.close()
})

test('signing out clears the device also when the network is down', async ({
  page,
  person,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { open, signIn, heading, button, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await context.setOffline(true)
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
  expect(await keys(page)).toEqual([])
})
