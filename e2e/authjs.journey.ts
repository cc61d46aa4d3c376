import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  CreateUserPoolDomainCommand,
  DeleteUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { isAccessible } from './accessible.ts'
import { at, hanako, signIn, test } from './authjs.ts'
import { expect, password } from './journey.ts'

// In one worker: one build, one server.
test.describe.configure({ mode: 'serial' })

const renewed = 'POST /oauth2/token ok'
const ended = 'ログインの期限が切れたか、取り消されました。もう一度ログインしてください。'

test('a page for members asks who is there, and the answer comes from Cognito’s own page', async ({
  page,
  request,
  shop,
}) => {
  const refused = await request.get('members', { maxRedirects: 0 })
  expect(refused.status()).toBe(307)
  expect(refused.headers().location).toBe('/?callbackUrl=%2Fmembers')
  expect(await refused.text()).not.toContain('ご注文')

  const { enter, atPool, typePassword, orders } = at(page)
  await page.goto('members')
  await isAccessible(page)
  await enter.click()
  await atPool()
  const sent = new URL(page.url()).searchParams
  expect(Object.fromEntries(sent)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  })
  await typePassword('Wrong-2026')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/login')
  await typePassword(password)
  await expect(orders).toBeVisible()
  expect(page.url()).toBe(`${shop.url}members`)
  await isAccessible(page)
})

test('the browser is told who it is, by the id that Cognito has for them, and no token', async ({
  page,
  shop,
}) => {
  await signIn(page)
  const { UserAttributes } = await shop.admin.send(new AdminGetUserCommand(hanako))
  const sub = UserAttributes?.find(({ Name }) => Name === 'sub')?.Value
  const session = await page.evaluate(async () => (await fetch('/api/auth/session')).json())
  expect(session).toEqual({
    user: { id: sub, name: '山田 花子', email: hanako.Username },
    expires: expect.any(String),
    tokensEndAt: expect.any(Number),
  })
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
    '',
    0,
    0,
  ])
})

test('tokens are renewed when they are about to end, by two tabs at once as well', async ({
  page,
  context,
  shop,
}) => {
  const { orders } = at(page)
  await signIn(page)
  shop.asked()
  await shop.wait(58)
  await page.goto('members')
  await expect(orders).toBeVisible()
  expect(shop.asked()).toEqual([])
  await shop.wait(1.5)
  await page.goto('members')
  await expect(orders).toBeVisible()
  expect(page.url()).toBe(`${shop.url}members`)
  expect(shop.asked()).toEqual([renewed])

  // Whichever of the two comes second brings a refresh token that was replaced just now.
  const other = await context.newPage()
  await shop.wait(60)
  await Promise.all([page.goto('members'), other.goto('members')])
  await expect(orders).toBeVisible()
  await expect(at(other).orders).toBeVisible()
  await shop.wait(60)
  await page.goto('members')
  await expect(orders).toBeVisible()
})

test('signing out ends the cookie, the refresh token and the session at Cognito', async ({
  page,
  context,
  shop,
}) => {
  const { enter, leave, orders, atPool, told } = at(page)
  await signIn(page)
  // As long as Cognito has its session, signing in asks for nothing.
  const copies = await context.cookies()
  await context.clearCookies({ name: /authjs/ })
  await page.goto('members')
  await enter.click()
  await expect(orders).toBeVisible()

  await context.clearCookies({ name: /authjs/ })
  await context.addCookies(copies)
  await page.goto('members')
  shop.asked()
  await leave.click()
  await expect(enter).toBeVisible()
  expect(page.url()).toBe(shop.url)
  expect(shop.asked()).toEqual(['POST /oauth2/revoke ok', 'GET /logout ok'])
  await page.goto('members')
  await enter.click()
  await atPool()

  // What was copied before is good until its access token ends, and can then not be renewed.
  await context.addCookies(copies.filter(({ name }) => /authjs/.test(name)))
  await page.goto('members')
  await expect(orders).toBeVisible()
  await shop.wait(60)
  await page.goto('members')
  await expect(told).toHaveText(ended)
})

test('signing out of all devices reaches the others when they renew their tokens', async ({
  page,
  browser,
  shop,
}) => {
  const elsewhere = await browser.newContext({ baseURL: shop.url })
  const other = await elsewhere.newPage()
  await signIn(other)
  await signIn(page)
  // Longer than the access token lasts that the page was opened with.
  await shop.wait(90)
  await at(page).leaveEverywhere.click()
  await expect(at(page).enter).toBeVisible()
  await other.goto('members')
  await expect(at(other).told).toHaveText(ended)
  await other.goto('members')
  await expect(at(other).enter).toBeVisible()
  await elsewhere.close()
})

test('whoever is disabled meanwhile is out when the tokens are to be renewed, and is told', async ({
  page,
  shop,
}) => {
  const { told, enter, orders } = at(page)
  await signIn(page)
  await shop.admin.send(new AdminDisableUserCommand(hanako))
  await page.goto('members')
  await expect(orders).toBeVisible()
  await shop.wait(60)
  await page.goto('members')
  await expect(told).toHaveText(ended)
  await expect(enter).toBeVisible()
  await isAccessible(page)
  await shop.admin.send(new AdminEnableUserCommand(hanako))
})

test('while Cognito cannot be asked nobody is signed out', async ({ page, shop, expectedErrors }) => {
  expectedErrors.push(/status of 503/)
  await signIn(page)
  await shop.wait(60)
  // Without its domain the pool has no token endpoint.
  const domain = { UserPoolId: hanako.UserPoolId, Domain: exampleSeed.domain }
  await shop.admin.send(new DeleteUserPoolDomainCommand(domain))
  await page.goto('members')
  await expect(page.getByText('いまは確認できません。')).toBeVisible()
  await shop.admin.send(new CreateUserPoolDomainCommand(domain))
  await page.reload()
  await expect(at(page).orders).toBeVisible()
  expect(page.url()).toBe(`${shop.url}members`)
})

test('somebody else’s way back from Cognito signs nobody in', async ({ page, browser, shop }) => {
  const elsewhere = await browser.newContext({ baseURL: shop.url })
  const attacker = await elsewhere.newPage()
  await attacker.goto('members')
  await at(attacker).enter.click()
  await at(attacker).atPool()
  const wayBack = new Promise<string>((resolve) => {
    void attacker.route('**/login?**', async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 })
      resolve(answer.headers().location ?? '')
      await route.fulfill({ body: 'kept' })
    })
  })
  await at(attacker).typePassword(password)
  const address = await wayBack
  expect(address).toContain(`${shop.url}api/auth/callback/cognito?code=`)
  await page.goto(address)
  await expect(at(page).told).toHaveText('ログインできませんでした。もう一度お試しください。')
  await page.goto('members')
  await expect(at(page).enter).toBeVisible()
  await elsewhere.close()
})

test('the way back leads to no other site', async ({ page, shop }) => {
  await signIn(page)
  for (const elsewhere of ['https://example.com/', '//example.com/', '/\\example.com', '/\t/example.com']) {
    await page.goto(`session?${new URLSearchParams({ callbackUrl: elsewhere })}`)
    expect(page.url()).toBe(shop.url)
  }
})
