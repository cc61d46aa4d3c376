import { isAccessible } from './accessible.ts'
import { entrance, languages, locales } from './entrance.ts'
import { addressesOf, hostedPage, hostedWords, test } from './hosted-page.ts'
import { deafen, expect } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })
    const words = hostedWords[language]

    test('somebody signs in at the hosted page and comes back to a clean address', { tag: '@phone' }, async ({
      page,
      person,
      here,
      openHosted,
    }) => {
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      const { heading, button, field, text } = entrance(page, language)
      await openHosted()
      await expect(button(words.leave)).toBeVisible()
      await isAccessible(page)
      await field(text.email).fill(person.email)
      const departure = page.waitForRequest(/\/oauth2\/authorize/)
      const returned = page.waitForRequest((request) => request.url().startsWith(`${here}?code=`))
      await button(words.leave).click()
      const asked = new URL((await departure).url()).searchParams
      expect(Object.fromEntries(asked)).toMatchObject({
        login_hint: person.email,
        lang: language,
        code_challenge_method: 'S256',
        redirect_uri: here,
      })

      const hosted = hostedPage(page)
      await hosted.shown()
      await hosted.signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
      await expect(page.getByText(person.email)).toBeVisible()
      expect(page.url()).toBe(here)
      const code = new URL((await returned).url()).searchParams.get('code') ?? ''
      expect(code).toMatch(/^[\w-]{20,}$/)
      expect((await addressesOf(page)).join()).not.toContain('code=')
      expect(said.join()).not.toContain(code)
      expect(
        await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
      ).not.toMatch(/oauthPKCE|oauthState|inflightOAuth|genkan\.redirect/)
    })
  })
}

const words = hostedWords.ja

test('the tokens are those of an OAuth client, survive a reload, and are refreshed', async ({
  page,
  person,
  openHosted,
  context,
  here,
}) => {
  const { heading, button, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  const session = () =>
    page.evaluate(() => {
      const { accessToken, idToken } = window.session.session as unknown as Record<
        'accessToken' | 'idToken',
        { payload: Record<string, unknown> }
      >
      return { access: accessToken.payload, id: idToken.payload }
    })
  const { access, id } = await session()
  expect(String(access.scope).split(' ').sort()).toEqual([
    'aws.cognito.signin.user.admin',
    'email',
    'openid',
    'profile',
  ])
  expect(id).toMatchObject({ email: person.email, token_use: 'id' })

  await page.reload()
  await expect(heading(text.signedIn)).toBeVisible()
  expect((await session()).access.jti).toBe(access.jti)

  const later = await context.newPage()
  await later.clock.install({ time: Date.now() + 2 * 60 * 60 * 1000 })
  const refresh = later.waitForResponse(
    (response) =>
      response.request().headers()['x-amz-target']?.endsWith('GetTokensFromRefreshToken') ?? false,
  )
  await later.goto(here)
  expect((await refresh).status()).toBe(200)
  await expect(entrance(later).heading(text.signedIn)).toBeVisible()
})

test('no form is seen while a sign-in is being finished, and what else the address had is there again', async ({
  page,
  person,
  here,
  openHosted,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('input[type=password]')) seen.push('form')
      seen.push(document.querySelector('h1')?.textContent ?? '')
    }).observe(document, { childList: true, subtree: true })
  })
  const { heading, button, text } = entrance(page)
  await openHosted()
  const address = `${here}?tab=%E4%BA%8C&q=a+b#part`
  await page.goto(address)
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  expect(page.url()).toBe(address)
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(seen).toContain(words.returning)
  expect(seen).not.toContain('form')
})

test('tabs that are there, and that are opened, go on while one is at the hosted page', async ({
  page,
  person,
  here,
  openHosted,
  context,
}) => {
  const { heading, button, text } = entrance(page)
  await openHosted({ session: { keep: 'tab' } })
  const other = await context.newPage()
  await other.goto(here)
  await entrance(other).signIn({ email: 'hanako@example.com', password: person.password })
  await entrance(other).heading(text.signedIn).waitFor()

  await button(words.leave).click()
  await hostedPage(page).shown()
  expect(await other.evaluate(() => window.session.fetchSession({ forceRefresh: true }))).toBeTruthy()
  const opened = await context.newPage()
  await opened.goto(here)
  await entrance(opened).signIn({ email: 'hanako@example.com', password: person.password })
  await entrance(opened).heading(text.signedIn).waitFor()

  await hostedPage(page).signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await expect(page.getByText(person.email)).toBeVisible()
})

test('another tab is in as soon as somebody has come back', async ({
  page,
  person,
  here,
  openHosted,
  context,
}) => {
  const { button, text } = entrance(page)
  await openHosted()
  const other = await context.newPage()
  await other.goto(here)
  await entrance(other).heading(text.signIn).waitFor()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await expect(entrance(other).heading(text.signedIn)).toBeVisible()
  await expect(other.getByText(person.email)).toBeVisible()
})

test('whoever is signed in already, unknown to this tab, simply is', async ({
  page,
  person,
  here,
  openHosted,
  context,
}) => {
  const { heading, button, text } = entrance(page)
  await deafen(page)
  await openHosted()
  await heading(text.signIn).waitFor()
  const other = await context.newPage()
  await other.goto(here)
  await entrance(other).signIn(person)
  await entrance(other).heading(text.signedIn).waitFor()
  await button(words.leave).click()
  await expect(heading(text.signedIn)).toBeVisible()
  expect(page.url()).toBe(here)
})

for (const keep of ['tab', 'memory'] as const) {
  test(`a session of the ${keep} comes by the hosted page, too, and leaves nothing in the browser`, async ({
    page,
    person,
    openHosted,
  }) => {
    const { heading, button, text } = entrance(page)
    await openHosted({ session: { keep } })
    await button(words.leave).click()
    await hostedPage(page).signIn(person)
    await expect(heading(text.signedIn)).toBeVisible()
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /Cognito/.test(key)))).toEqual(
      [],
    )
    await button(text.signOut).click()
    await expect(heading(text.signIn)).toBeVisible()
    await button(words.leave).click()
    await hostedPage(page).shown()
  })
}

test('whoever unticks the box is kept in the tab, also by the hosted page', async ({
  page,
  person,
  openHosted,
}) => {
  const { heading, button, text } = entrance(page)
  await openHosted()
  await page.getByRole('checkbox', { name: 'ログインしたままにする' }).uncheck()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const tokens = await page.evaluate(() =>
    [localStorage, sessionStorage].map(
      (place) => Object.keys(place).filter((key) => /Token$/.test(key)).length,
    ),
  )
  expect(tokens).toEqual([0, 3])
})

test('the account page says so where the session may not change the account', async ({
  page,
  person,
  places,
  here,
  openHosted,
}) => {
  const { heading, button, text } = entrance(page)
  const oauth = {
    domain: places.domain,
    scopes: ['openid', 'email'],
    redirectSignIn: [here],
    redirectSignOut: [here],
    responseType: 'code',
  }
  await openHosted({ loginWith: { email: true, oauth } })
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  await button('アカウント設定').click()
  await expect(page.getByText('この操作は許可されていません。').first()).toBeVisible()
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
})

test('without a domain nothing leads to a hosted page', async ({ page, openWith }) => {
  const { heading, button, text } = entrance(page)
  await openWith({})
  await heading(text.signIn).waitFor()
  await expect(button(words.leave)).toHaveCount(0)
})
