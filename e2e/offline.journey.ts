import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

const said = {
  ja: 'サーバーに接続できません。接続が戻ると、自動的に再開します。',
  en: 'The server cannot be reached. This page goes on by itself when it can.',
} as const

const GetTokensFromRefreshToken = { operation: 'GetTokensFromRefreshToken' }

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('without a network the page says so, stays signed in, and goes on by itself', {
      tag: '@phone',
    }, async ({ context, page, person, openWith, expectedErrors }) => {
      expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
      await page.clock.install()
      const { signIn, heading, text } = entrance(page, language)
      await openWith({})
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
      const before = await page.evaluate(() => window.session.session?.accessToken.jwt)

      await context.setOffline(true)
      await expect(page.getByText(said[language])).toBeVisible()
      // The tokens end meanwhile.
      await page.clock.fastForward('02:00:00')
      await expect(heading(text.signedIn)).toBeVisible()
      await context.setOffline(false)
      await expect(page.getByText(said[language])).toHaveCount(0)
      await expect.poll(() => page.evaluate(() => window.session.session?.accessToken.jwt)).not.toBe(before)
      await expect(heading(text.signedIn)).toBeVisible()
    })
  })
}

for (const [what, ...faults] of [
  ['throttled with 400', { ...GetTokensFromRefreshToken, kind: 'status', status: 400 }],
  ['throttled with 429', { ...GetTokensFromRefreshToken, kind: 'status', status: 429 }],
  ['answered with 500', { ...GetTokensFromRefreshToken, kind: 'status', status: 500 }],
  ['answered with a bare 503', { ...GetTokensFromRefreshToken, kind: 'status', status: 503 }],
  ['cut off', { ...GetTokensFromRefreshToken, kind: 'cut' }],
] as const) {
  test(`a refresh that is ${what} signs nobody out, and is tried again`, async ({
    page,
    ownPool,
    openWith,
    expectedErrors,
  }) => {
    expectedErrors.push(/Failed to load resource/)
    await page.clock.install()
    const { signIn, heading, text } = entrance(page)
    await openWith({})
    await signIn(ownPool.hanako)
    await expect(heading(text.signedIn)).toBeVisible()
    const token = () => page.evaluate(() => window.session.session?.accessToken.jwt)
    const before = await token()

    await ownPool.strike(...faults)
    ownPool.wait({ minutes: 59, seconds: 30 })
    await page.clock.fastForward('59:30')
    await expect(page.getByText(said.ja)).toBeVisible()
    await expect(heading(text.signedIn)).toBeVisible()
    expect(await token()).toBe(before)

    await ownPool.strike()
    await page.clock.fastForward('01:00')
    await expect.poll(token).not.toBe(before)
    await expect(page.getByText(said.ja)).toHaveCount(0)
    await expect(heading(text.signedIn)).toBeVisible()
  })
}

test('whoever opens the page while Cognito is in trouble is let in when it is over, without doing anything', async ({
  page,
  ownPool,
  openWith,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/)
  await page.clock.install()
  const { signIn, heading, text } = entrance(page)
  await openWith({})
  await signIn(ownPool.hanako)
  await expect(heading(text.signedIn)).toBeVisible()

  await ownPool.strike({ ...GetTokensFromRefreshToken, kind: 'status', status: 500 })
  ownPool.wait({ minutes: 120 })
  await page.clock.fastForward('02:00:00')
  await page.reload()
  await expect(page.getByRole('button', { name: 'もう一度試す' })).toBeVisible()
  await ownPool.strike()
  await page.clock.fastForward('01:00')
  await expect(heading(text.signedIn)).toBeVisible()
})
