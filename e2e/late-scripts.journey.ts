import type { Page, Route } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { entrance, languages, locales, words } from './entrance.ts'
import { expect, test } from './journey.ts'

const chunks = '**/_next/static/chunks/*.js'
const slow = {
  ja: '時間がかかっています。',
  en: 'This is taking long.',
} as const
const unreachable = 'サーバーに接続できません。インターネット接続を確かめて、もう一度お試しください。'
const failedToLoad = /Failed to load (resource|chunk)|ChunkLoadError/

const missing = (route: Route) => route.fulfill({ status: 404, body: 'gone' })

/** Has every script that the page does not name answered so. */
async function answerLate(page: Page, answer: (route: Route) => unknown) {
  const html = await (await page.request.get('/')).text()
  const named = new Set([...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, address]) => address))
  await page.route(chunks, (route) =>
    named.has(new URL(route.request().url()).pathname) ? route.fallback() : answer(route),
  )
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('the page asks for its late scripts before any of its scripts has come, and for each once', async ({
      page,
      person,
    }) => {
      const { open, signIn, heading, text } = entrance(page, language)
      await open()
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
      let letGo = () => {}
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      const late: string[] = []
      await answerLate(page, async (route) => {
        const response = await route.fetch()
        late.push(await response.text())
        await route.fulfill({ response })
      })
      await page.route('**/turbopack-*.js', async (route) => {
        await held
        await route.fallback()
      })
      await page.goto('/', { waitUntil: 'commit' })
      const has = (mark: string) => late.filter((script) => script.includes(`.s(["${mark}",`)).length
      await expect.poll(() => [has('Site'), has('createGateway'), has(language)]).toEqual([1, 1, 1])
      const early = late.length
      letGo()
      await expect(heading(text.signedIn)).toBeVisible()
      expect([has('Site'), has('createGateway'), has(language)]).toEqual([1, 1, 1])
      await page.unrouteAll({ behavior: 'wait' })
      // What lists the users of the local user pool is in no build for Amazon Cognito.
      expect(late.slice(early).filter((script) => !script.includes('/_local/'))).toEqual([])
    })
  })
}

test('a page whose scripts do not come says so in both languages, and offers to load it again', {
  tag: '@phone',
}, async ({ page, context }) => {
  // No script has to have run for that; the style sheet's clock goes faster here.
  const devtools = await context.newCDPSession(page)
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 100 })
  let isAnswered = false
  await page.route(chunks, (route) => (isAnswered ? route.fallback() : undefined))
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByText(slow.ja)).toBeVisible()
  await expect(page.getByText(slow.en)).toBeVisible()
  await isAccessible(page)
  // What the page had asked for before is never answered.
  isAnswered = true
  await page.getByRole('link', { name: 'Reload this page' }).click()
  await expect(entrance(page).heading(words.ja.signIn)).toBeVisible()
})

test('a page whose late scripts are gone says so, and comes back by "try again" when it can', {
  tag: '@phone',
}, async ({ page, context, expectedErrors }) => {
  expectedErrors.push(failedToLoad, /ERR_INTERNET_DISCONNECTED/)
  await answerLate(page, missing)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'ページを表示できません' })).toBeVisible()
  await isAccessible(page)
  const again = page.getByRole('button', { name: 'もう一度試す' })

  await context.setOffline(true)
  await again.click()
  await expect(page.getByRole('alert').getByText('サーバーに接続できません。')).toBeVisible()
  await isAccessible(page)
  await context.setOffline(false)
  await page.unroute(chunks)
  await again.click()
  await expect(entrance(page).heading(words.ja.signIn)).toBeVisible()
})

test('a language that cannot be fetched is missed aloud, and comes by "try again"', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(failedToLoad)
  const { open, heading, text } = entrance(page)
  await open()
  await answerLate(page, (route) => route.abort())
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('alert').getByText(unreachable)).toBeVisible()
  await expect(heading(text.signIn)).toBeVisible()
  await isAccessible(page)
  await page.unroute(chunks)
  await page.getByRole('button', { name: 'もう一度試す' }).click()
  await expect(entrance(page, 'en').heading(words.en.signIn)).toBeVisible()
  await expect(page.getByText(unreachable)).toHaveCount(0)
})

test('somebody whose session needs a script that a deployment took away is let in by a new page', async ({
  page,
  person,
  expectedErrors,
}) => {
  expectedErrors.push(failedToLoad)
  const { open, signIn, heading, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await page.route(chunks, async (route) => {
    const response = await route.fetch()
    const isGateway = (await response.text()).includes('.s(["createGateway",')
    await (isGateway ? missing(route) : route.fulfill({ response }))
  })
  await page.reload()
  await expect(page.getByRole('alert').getByText(unreachable)).toBeVisible()
  await isAccessible(page)
  const anew = page.waitForEvent('load')
  await page.getByRole('button', { name: 'もう一度試す' }).click()
  await anew
  await page.unroute(chunks)
  await page.reload()
  await expect(heading(text.signedIn)).toBeVisible()
})
