import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { BrowserContext, Page, Request } from '@playwright/test'
import { entrance, languages, locales } from './entrance.ts'
import { deafen, expect, password, test } from './journey.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

/** Opens so many tabs of the same browser. */
async function tabs(
  context: BrowserContext,
  count: number,
  open: (tab: Page) => Promise<void>,
): Promise<Page[]> {
  const opened: Page[] = []
  for (let n = 0; n < count; n += 1) {
    const tab = await context.newPage()
    await open(tab)
    opened.push(tab)
  }
  return opened
}

/** How long the tabs need to show the heading, in milliseconds; printed, since people ask. */
async function timed(what: string, shown: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await shown()
  const taken = Math.round(performance.now() - begun)
  console.log(`      ${what}: ${taken} ms`)
  return taken
}

const isRefresh = (request: Request) =>
  request.headers()['x-amz-target']?.endsWith('GetTokensFromRefreshToken') ?? false

test('signing in reaches the other tabs within a second, and so does signing out', async ({
  context,
  page,
  person,
  openWith,
}) => {
  const { signIn, heading, button, text } = entrance(page)
  await openWith({})
  const others = await tabs(context, 4, async (tab) => {
    await openWith({}, 'entrance', tab)
    await expect(entrance(tab).heading(text.signIn)).toBeVisible()
  })
  const allShow = (title: string) =>
    Promise.all(others.map((tab) => expect(entrance(tab).heading(title)).toBeVisible()))

  await signIn(person)
  await heading(text.signedIn).waitFor()
  expect(await timed('from there to 4 other tabs, signed in', () => allShow(text.signedIn))).toBeLessThan(
    1000,
  )
  for (const tab of others) await expect(tab.getByText(person.email)).toBeVisible()

  const leave = () =>
    button(text.signOut)
      .click()
      .then(() => allShow(text.signIn))
  expect(await timed('from the press to 4 other tabs, signed out', leave)).toBeLessThan(1000)
  for (const tab of others) {
    await expect(entrance(tab).status).toContainText('ログアウトしました。')
    await expect(entrance(tab).field(text.email)).toHaveValue('')
  }
})

test('a change of user changes the other tabs', async ({ context, page, person, openWith }) => {
  const { signIn, button, heading, text } = entrance(page)
  await openWith({})
  await signIn(person)
  const [other] = await tabs(context, 1, (tab) => openWith({}, 'entrance', tab))
  if (!other) throw new Error('There is no other tab.')
  await expect(other.getByText(person.email)).toBeVisible()
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
  await signIn({ email: 'hanako@example.com', password })
  await expect(other.getByText('hanako@example.com')).toBeVisible()
  expect(await other.evaluate(() => window.session.user?.username)).toBe('hanako@example.com')
})

test('a tab that has heard nothing shows one user, and never sends the token of another', async ({
  context,
  page,
  person,
  openWith,
}) => {
  const origin = 'https://api.example.com'
  const sent: (string | undefined)[] = []
  await context.route(`${origin}/**`, (route) => {
    sent.push(route.request().headers().authorization)
    return route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: '{}' })
  })
  const settings = { api: { origins: [origin] } }
  const { signIn, heading, button, text } = entrance(page)
  await openWith(settings)
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()

  const deaf = await context.newPage()
  await deafen(deaf)
  await openWith(settings, 'entrance', deaf)
  await expect(deaf.getByText(person.email)).toBeVisible()
  const call = () =>
    deaf.evaluate(
      (url) =>
        window.session.authorizedFetch(url).then(
          () => 'sent',
          ({ name }: Error) => name,
        ),
      origin,
    )
  expect(await call()).toBe('sent')

  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
  await signIn({ email: 'hanako@example.com', password })
  await expect(heading(text.signedIn)).toBeVisible()
  await expect(deaf.getByText(person.email)).toBeVisible()
  expect(await call()).toBe('SignedOutError')
  expect(sent).toHaveLength(1)
  await expect(deaf.getByText('hanako@example.com')).toBeVisible()
})

test('five tabs whose tokens end at once refresh them once, with rotation on, and nobody is signed out', async ({
  context,
  page,
  ownPool,
  openWith,
}) => {
  await ownPool.admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    }),
  )
  await context.clock.install()
  const refreshes: string[] = []
  context.on('request', (request) => {
    if (isRefresh(request)) refreshes.push(request.url())
  })
  const { signIn, heading, text } = entrance(page)
  await openWith({})
  await signIn(ownPool.hanako)
  await expect(heading(text.signedIn)).toBeVisible()
  const all = [page, ...(await tabs(context, 4, (tab) => openWith({}, 'entrance', tab)))]
  for (const tab of all) await expect(entrance(tab).heading(text.signedIn)).toBeVisible()

  const before = await page.evaluate(() => window.session.session?.accessToken.jwt)
  ownPool.wait({ minutes: 59, seconds: 30 })
  await ownPool.strike({ operation: 'GetTokensFromRefreshToken', kind: 'delay', milliseconds: 300 })
  await context.clock.fastForward('59:30')
  for (const tab of all) {
    await expect.poll(() => tab.evaluate(() => window.session.session?.accessToken.jwt)).not.toBe(before)
    await expect(entrance(tab).heading(text.signedIn)).toBeVisible()
  }
  const held = await Promise.all(
    all.map((tab) => tab.evaluate(() => window.session.session?.accessToken.jwt)),
  )
  console.log(`      refreshes of 5 tabs: ${refreshes.length}`)
  expect(new Set(held).size).toBe(1)
  expect(refreshes).toHaveLength(1)

  // Also where each of them asks for another one, because an API has refused the first.
  await Promise.all(
    all.flatMap((tab) =>
      [1, 2].map(() => tab.evaluate(() => window.session.fetchSession({ forceRefresh: true }))),
    ),
  )
  for (const tab of all) await expect(entrance(tab).heading(text.signedIn)).toBeVisible()
  console.log(`      refreshes of 5 tabs that ask for one twice each: ${refreshes.length - 1}`)
  expect(refreshes).toHaveLength(2)
})

test('an answer that is lost on its way is asked for again, where the pool grants a time for it', async ({
  context,
  page,
  ownPool,
  openWith,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_CONNECTION_RESET/)
  await ownPool.admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
    }),
  )
  await context.clock.install()
  const { signIn, heading, text } = entrance(page)
  await openWith({})
  await signIn(ownPool.hanako)
  await expect(heading(text.signedIn)).toBeVisible()
  const token = () => page.evaluate(() => window.session.session?.accessToken.jwt)
  const before = await token()
  await ownPool.strike({ operation: 'GetTokensFromRefreshToken', kind: 'cut', when: 'after', times: 1 })
  ownPool.wait({ minutes: 59, seconds: 30 })
  await context.clock.fastForward('59:30')
  await expect.poll(token).not.toBe(before)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('whoever signs out while a refresh is on its way stays signed out when it arrives', async ({
  page,
  ownPool,
  openWith,
}) => {
  const { signIn, heading, button, text } = entrance(page)
  await openWith({})
  await signIn(ownPool.hanako)
  await expect(heading(text.signedIn)).toBeVisible()
  const delay = { kind: 'delay', when: 'after', milliseconds: 1500 }
  await ownPool.strike({ operation: 'GetTokensFromRefreshToken', ...delay })
  const refreshed = page.waitForResponse((response) => isRefresh(response.request()))
  const asked = page.evaluate(() => window.session.fetchSession({ forceRefresh: true }).then(() => 'done'))
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
  expect((await refreshed).status()).toBe(200)
  expect(await asked).toBe('done')
  await page.reload()
  await expect(heading(text.signIn)).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /Token$/.test(key)))).toEqual([])
})

test('a sign-in that is never answered can be left, and signs nobody in when it is answered late', async ({
  page,
  ownPool,
  openWith,
}) => {
  const { signIn, heading, button, text } = entrance(page)
  await openWith({})
  await ownPool.strike({ operation: 'RespondToAuthChallenge', kind: 'delay', milliseconds: 3000 })
  const undone = page.waitForResponse(
    (response) => response.request().headers()['x-amz-target']?.endsWith('RevokeToken') ?? false,
  )
  await signIn(ownPool.hanako)
  await expect(button(text.signingIn)).toBeVisible()
  await button(text.signUp).click()
  await expect(heading(text.signUp)).toBeFocused()
  await expect(page.locator('.spinner')).toHaveCount(0)
  // It is answered after all, and taken back.
  expect((await undone).status()).toBe(200)
  const held = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /Token$/.test(key)))
  await expect.poll(held).toEqual([])
  await expect(heading(text.signUp)).toBeVisible()
})

for (const language of languages) {
  const told = {
    ja: {
      revoked: 'このログインは取り消されました。',
      ended: 'ログインが終了しました。',
    },
    en: {
      revoked: 'Your session was ended from elsewhere.',
      ended: 'Your session has ended.',
    },
  }[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('a session ends with its refresh token, in every tab', async ({
      context,
      page,
      ownPool,
      openWith,
    }) => {
      await context.clock.install()
      const { signIn, heading, text } = entrance(page, language)
      await openWith({})
      await signIn(ownPool.hanako)
      await expect(heading(text.signedIn)).toBeVisible()
      const others = await tabs(context, 1, async (tab) => {
        await openWith({}, 'entrance', tab)
        await expect(entrance(tab, language).heading(text.signedIn)).toBeVisible()
      })
      const all = [page, ...others]
      const month = 31 * 24 * 60
      ownPool.wait({ minutes: month })
      await context.clock.fastForward(month * 60_000)
      for (const tab of all) {
        await expect(entrance(tab, language).heading(text.signIn)).toBeVisible()
        await expect(entrance(tab, language).status).toContainText(told.ended)
        await expect(entrance(tab, language).field(text.email)).toHaveValue(ownPool.hanako.email)
      }
    })

    test('a session that one tab finds ended leaves the reason and the address in the others', async ({
      context,
      page,
      ownPool,
      openWith,
    }) => {
      const { signIn, heading, text } = entrance(page, language)
      await openWith({})
      await signIn(ownPool.hanako)
      await expect(heading(text.signedIn)).toBeVisible()
      const [other] = await tabs(context, 1, (tab) => openWith({}, 'entrance', tab))
      if (!other) throw new Error('There is no other tab.')
      await expect(entrance(other, language).heading(text.signedIn)).toBeVisible()
      await ownPool.admin.send(
        new AdminUserGlobalSignOutCommand({ UserPoolId, Username: ownPool.hanako.email }),
      )
      await other.evaluate(() => window.session.fetchSession({ forceRefresh: true }))
      for (const tab of [other, page]) {
        await expect(entrance(tab, language).heading(text.signIn)).toBeVisible()
        await expect(entrance(tab, language).status).toContainText(told.revoked)
        await expect(entrance(tab, language).field(text.email)).toHaveValue(ownPool.hanako.email)
      }
    })

    for (const [what, Command, said] of [
      ['a session that was revoked', AdminUserGlobalSignOutCommand, told.revoked],
      ['a user who was disabled', AdminDisableUserCommand, told.revoked],
      ['a user who was deleted', AdminDeleteUserCommand, told.ended],
    ] as const) {
      test(`${what} is signed out in every tab, with the reason`, async ({
        context,
        page,
        ownPool,
        openWith,
      }) => {
        await context.clock.install()
        const { signIn, heading, text } = entrance(page, language)
        await openWith({})
        await signIn(ownPool.hanako)
        await expect(heading(text.signedIn)).toBeVisible()
        const all = [page, ...(await tabs(context, 2, (tab) => openWith({}, 'entrance', tab)))]
        for (const tab of all) await expect(entrance(tab, language).heading(text.signedIn)).toBeVisible()

        await ownPool.admin.send(new Command({ UserPoolId, Username: ownPool.hanako.email }))
        ownPool.wait({ minutes: 59, seconds: 30 })
        await context.clock.fastForward('59:30')
        for (const tab of all) {
          await expect(entrance(tab, language).heading(text.signIn)).toBeVisible()
          await expect(entrance(tab, language).status).toContainText(said)
        }
        expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('Token')
      })
    }
  })
}
