import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('calls the API with the ID token and shows status, time and result', { tag: '@phone' }, async ({
      page,
      person,
      places,
    }) => {
      const { open, signIn, button, text } = entrance(page, language)
      await open()
      await signIn(person)
      const called = page.waitForRequest(
        (request) => request.url().startsWith(places.api) && request.method() === 'GET',
      )
      await button(text.callApi).click()
      expect((await called).headers().authorization).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/)
      await expect(
        page.getByText(language === 'ja' ? /\d+ ミリ秒で応答がありました（ステータス 200）/ : /200.*\d+ ms/),
      ).toBeVisible()
      await expect(page.locator('pre')).toContainText(person.email)
    })
  })
}

test('an expired token is refreshed before the call', async ({ page, person, places }) => {
  const { open, signIn, button, heading, text } = entrance(page)
  await page.clock.install()
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const order: string[] = []
  page.on('request', (request) => {
    if (request.headers()['x-amz-target']?.endsWith('GetTokensFromRefreshToken')) order.push('refresh')
    if (request.url().startsWith(places.api) && request.method() === 'GET') order.push('call')
  })
  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60 * 1000)
  await button(text.callApi).click()
  // The token is in time for the page; for the API, whose clock did not move, it always was.
  await expect(page.getByText(/ステータス 200/)).toBeVisible()
  expect(order).toEqual(['refresh', 'call'])
})

test('a 401 is explained', async ({ page, ownPool, expectedErrors }) => {
  // The journey's own pool signs with keys that the API has never heard of.
  const { email, password } = ownPool.hanako
  expectedErrors.push(/status of 401/)
  const { open, signIn, button, heading, text } = entrance(page)
  await open()
  await signIn({ email, password })
  await expect(heading(text.signedIn)).toBeVisible()
  await button(text.callApi).click()
  await expect(page.getByText(/ステータス 401/)).toBeVisible()
  await expect(page.getByText('ユーザープールにない鍵で署名されたトークンです。')).toBeVisible()
})

test('an API that cannot be reached is told so', async ({ page, person, context, expectedErrors }) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { open, signIn, button, heading, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await context.setOffline(true)
  await button(text.callApi).click()
  await expect(page.getByText(/^API に接続できません。/)).toBeVisible()
})
