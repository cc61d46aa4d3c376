import type { Page } from '@playwright/test'
import { entrance, languages, locales } from './entrance.ts'
import { hostedPage, hostedWords, test } from './hosted-page.ts'
import { expect } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })
    const words = hostedWords[language]

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

test('without a network nobody leaves, and no other tab is held up', async ({
  page,
  person,
  here,
  openHosted,
  context,
}) => {
  const { heading, button, alert, text } = entrance(page)
  await openHosted()
  const other = await context.newPage()
  // Amplify is fetched after the form is there.
  const fetched = (tab: Page) =>
    Promise.all(
      [/gateway/, /hosted-page/].map((chunk) =>
        tab.waitForEvent('requestfinished', (request) => chunk.test(request.url())),
      ),
    )
  await Promise.all([fetched(other), other.goto(here)])
  await Promise.all([fetched(page), page.reload()])
  await context.setOffline(true)
  await button(words.leave).click()
  await expect(alert).toHaveText(words.network)
  expect(page.url()).toBe(here)
  await context.setOffline(false)
  await entrance(other).signIn(person)
  await expect(entrance(other).heading(text.signedIn)).toBeVisible()
  await expect(heading(text.signedIn)).toBeVisible()
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
