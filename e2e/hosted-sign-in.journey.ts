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

    test('a cancelled sign-in says so, in front of a form that works', { tag: '@phone' }, async ({
      page,
      person,
      here,
      openHosted,
    }) => {
      const { heading, button, field, alert, signIn, text } = entrance(page, language)
      await openHosted()
      await field(text.email).fill(person.email)
      await button(words.leave).click()
      await hostedPage(page).shown()
      const state = new URL(page.url()).searchParams.get('state') ?? ''
      await page.goto(`${here}?${new URLSearchParams({ error: 'access_denied', state })}`)
      await expect(alert).toHaveText(words.cancelled)
      await expect(alert).toBeFocused()
      expect(page.url()).toBe(here)
      await expect(field(text.email)).toHaveValue(person.email)
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
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

test('a navigation that comes to nothing leaves the form as it was', async ({
  page,
  person,
  openHosted,
  context,
}) => {
  await page.clock.install()
  await context.route(/\/oauth2\/authorize/, (route) => route.abort('aborted'))
  const { heading, button, field, signIn, text } = entrance(page)
  await openHosted()
  await field(text.email).fill(person.email)
  const asked = page.waitForRequest(/\/oauth2\/authorize/)
  await button(words.leave).click()
  await asked
  await expect(button(words.leaving)).toHaveAttribute('aria-disabled', 'true')
  await page.clock.fastForward(11_000)
  await expect(button(words.leave)).toHaveAttribute('aria-disabled', 'false')
  await expect(field(text.email)).toHaveValue(person.email)
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the form works at once where the browser shows it just as it was left', async ({
  page,
  person,
  openHosted,
  context,
}) => {
  // The clock stands still, and the navigation comes to nothing: headless browsers keep no pages for "back".
  await page.clock.install()
  await context.route(/\/oauth2\/authorize/, (route) => route.abort('aborted'))
  const { heading, button, signIn, text } = entrance(page)
  await openHosted()
  const asked = page.waitForRequest(/\/oauth2\/authorize/)
  await button(words.leave).click()
  await page.clock.runFor(100)
  await asked
  await expect(button(words.leaving)).toHaveAttribute('aria-disabled', 'true')
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(button(words.leave)).toHaveAttribute('aria-disabled', 'false')
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('each identity provider has a button of its own', async ({ page, places, here, openHosted }) => {
  const { button } = entrance(page)
  const oauth = {
    domain: places.domain,
    scopes: ['openid'],
    redirectSignIn: [here],
    redirectSignOut: [here],
    responseType: 'code',
    providers: ['Google', 'Amazon', { custom: 'MyCompany' }],
  }
  await openHosted({ loginWith: { email: true, oauth } })
  for (const [name, provider] of [
    ['Google', 'Google'],
    ['Amazon', 'LoginWithAmazon'],
    ['MyCompany', 'MyCompany'],
  ] as const) {
    const asked = page.waitForRequest(/\/oauth2\/authorize/)
    await button(`${name} で続ける`).click()
    expect(new URL((await asked).url()).searchParams.get('identity_provider')).toBe(provider)
    await hostedPage(page).shown()
    await page.goBack()
  }
})

test('signing out goes on to the hosted page, which asks for the password again', async ({
  page,
  person,
  here,
  openHosted,
  context,
}) => {
  const { heading, button, status, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()

  // As long as nobody signs out, the hosted page lets them in by itself.
  const other = await context.newPage()
  await other.goto(here)
  await entrance(other).heading(text.signedIn).waitFor()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await button(words.leave).click()
  await expect(heading(text.signedIn)).toBeVisible()

  const logout = page.waitForRequest(
    (request) => request.isNavigationRequest() && /\/logout\?/.test(request.url()),
  )
  await button(text.signOut).click()
  await logout
  await expect(heading(text.signIn)).toBeVisible()
  await expect(status).toContainText(words.signedOut)
  expect(page.url()).toBe(here)
  await expect(entrance(other).heading(text.signIn)).toBeVisible()
  await expect(entrance(other).status).toContainText(words.signedOut)
  await page.reload()
  await expect(heading(text.signIn)).toBeVisible()
  await expect(status).not.toContainText(words.signedOut)

  await button(words.leave).click()
  await hostedPage(page).shown()
})

test('signing out everywhere says so after the way over the hosted page', async ({
  page,
  person,
  openHosted,
}) => {
  const { heading, button, status, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  await button('すべての端末からログアウト').click()
  await expect(status).toContainText(words.everywhere)
  await button(words.leave).click()
  await hostedPage(page).shown()
})

test('whoever has signed in by the form signs out without leaving the page', async ({
  page,
  person,
  openHosted,
}) => {
  const { heading, button, signIn, status, text } = entrance(page)
  await openHosted()
  await signIn(person)
  await heading(text.signedIn).waitFor()
  const left: string[] = []
  page.on('request', (request) => request.isNavigationRequest() && left.push(request.url()))
  await button(text.signOut).click()
  await expect(status).toContainText(words.signedOut)
  expect(left).toEqual([])
})

test('without a network signing out stays here, and says what it could not do', async ({
  page,
  person,
  here,
  openHosted,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { heading, button, status, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  await context.setOffline(true)
  await button(text.signOut).click()
  await expect(status).toContainText(words.kept)
  expect(page.url()).toBe(here)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /Token/.test(key)))).toEqual([])
})

test('"back" from the hosted page leads to a form that works', async ({ page, person, openHosted }) => {
  const { heading, button, signIn, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).shown()
  await page.goBack()
  await expect(heading(text.signIn)).toBeVisible()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the hosted page can still be finished after "back" and "forward"', async ({
  page,
  person,
  openHosted,
}) => {
  const { heading, button, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  const hosted = hostedPage(page)
  await hosted.shown()
  await page.goBack()
  await heading(text.signIn).waitFor()
  await page.goForward()
  await hosted.shown()
  await hosted.signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
})

for (const [what, address] of [
  ['of nobody who has left from here', '?code=somebody-elses&state=unknown'],
  [
    'that says what anybody may have written',
    '?error=invalid_request&error_description=PreSignUp+failed+with+error+call+0120&state=unknown',
  ],
] as const) {
  test(`a return ${what} is told apart, and the form works`, async ({ page, person, here, openHosted }) => {
    const { heading, alert, signIn, text } = entrance(page)
    const asked: string[] = []
    page.on('request', (request) => /\/oauth2\/token/.test(request.url()) && asked.push(request.url()))
    await openHosted()
    await page.goto(`${here}${address}&tab=2`)
    await expect(alert).toBeVisible()
    await expect(alert).not.toContainText('0120')
    expect(page.url()).toBe(`${here}?tab=2`)
    expect(asked).toEqual([])
    await signIn(person)
    await expect(heading(text.signedIn)).toBeVisible()
  })
}

test('a trigger that refuses somebody is quoted', async ({ page, here, openHosted }) => {
  const { alert, button } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).shown()
  const state = new URL(page.url()).searchParams.get('state') ?? ''
  const error_description = 'PreSignUp failed with error 招待された方のみ登録できます.'
  await page.goto(`${here}?${new URLSearchParams({ error: 'invalid_request', error_description, state })}`)
  await expect(alert).toContainText('（理由：招待された方のみ登録できます）')
})

test('a scope that the app client does not allow is told as what it is', async ({
  page,
  places,
  here,
  openHosted,
}) => {
  const { alert, button } = entrance(page)
  const oauth = {
    domain: places.domain,
    scopes: ['openid', 'phone'],
    redirectSignIn: [here],
    redirectSignOut: [here],
    responseType: 'code',
  }
  await openHosted({ loginWith: { email: true, oauth } })
  await button(words.leave).click()
  await expect(alert).toContainText('専用のログインページの設定が、このページと合っていません。')
})

test('a return that is opened again is over, also in another browser', async ({
  page,
  person,
  here,
  openHosted,
  configure,
  browser,
}) => {
  const { heading, button, text } = entrance(page)
  await openHosted()
  const returned = page.waitForRequest((request) => request.url().startsWith(`${here}?code=`))
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  const address = (await returned).url()

  // Whoever is signed in has nothing to be told.
  await page.goto(address)
  await expect(heading(text.signedIn)).toBeVisible()
  expect(page.url()).toBe(here)

  const another = await browser.newContext({ locale: 'ja-JP', ignoreHTTPSErrors: true })
  await configure(another)
  const elsewhere = await another.newPage()
  await elsewhere.goto(address)
  await expect(entrance(elsewhere).alert).toHaveText(words.over)
  expect(elsewhere.url()).toBe(here)
  await another.close()
})

for (const [what, answer, told] of [
  ['that is in trouble', { status: 500, body: '<h1>Internal Server Error</h1>' }, words.trouble],
  ['that has no words for it', { status: 500, body: '{}' }, words.trouble],
  ['that knows the code no more', { status: 400, body: '{"error":"invalid_grant"}' }, words.over],
  ['that cannot be reached', undefined, words.network],
] as const) {
  test(`a token endpoint ${what} is told, and the next try signs in`, async ({
    page,
    person,
    here,
    openHosted,
    context,
    expectedErrors,
  }) => {
    expectedErrors.push(/status of 500/, /ERR_CONNECTION_FAILED/)
    const { heading, button, alert, text } = entrance(page)
    await openHosted()
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    await context.route(/\/oauth2\/token$/, (route) =>
      answer ? route.fulfill({ ...answer, headers }) : route.abort('connectionfailed'),
    )
    await button(words.leave).click()
    await hostedPage(page).signIn(person)
    await expect(alert).toContainText(told)
    expect(page.url()).toBe(here)
    await context.unrouteAll()
    await button(words.leave).click()
    await expect(heading(text.signedIn)).toBeVisible()
  })
}

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

test('somebody who came by the hosted page deletes the account, and is told so', async ({
  page,
  person,
  here,
  openHosted,
}) => {
  const { heading, button, status, text } = entrance(page)
  await openHosted()
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  await button('アカウント設定').click()
  await button('アカウントを削除').click()
  await button('完全に削除する').click()
  await expect(status).toContainText('アカウントを削除しました。')
  expect(page.url()).toBe(here)
})

test('without a domain nothing leads to a hosted page', async ({ page, openWith }) => {
  const { heading, button, text } = entrance(page)
  await openWith({})
  await heading(text.signIn).waitFor()
  await expect(button(words.leave)).toHaveCount(0)
})
