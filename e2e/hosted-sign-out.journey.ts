import { entrance } from './entrance.ts'
import { hostedPage, hostedWords, test } from './hosted-page.ts'
import { expect } from './journey.ts'

const words = hostedWords.ja

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

test('whoever was left alone is signed out of the hosted page, too', async ({ page, person, openHosted }) => {
  const { heading, button, status, text } = entrance(page)
  await openHosted({ session: { idleMinutes: 15 } })
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await heading(text.signedIn).waitFor()
  await page.clock.install({ time: Date.now() + 20 * 60 * 1000 })
  await page.reload()
  await expect(status).toContainText('しばらく操作がなかったため、ログアウトしました。')
  await button(words.leave).click()
  await hostedPage(page).shown()
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
