import {
  AdminAddUserToGroupCommand,
  AdminUpdateUserAttributesCommand,
  CreateGroupCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed, type Triggers } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { say } from './account-page.ts'
import { entrance } from './entrance.ts'
import { test as hostedTest } from './hosted-page.ts'
import { expect, test } from './journey.ts'

// What somebody writes where a name, a reason or an address is expected: it is shown as it is, and does nothing. A
// violation of the page's policy, which each of these would be if it were taken for markup, fails the journey, too.
test.use({ viewport: { width: 375, height: 740 } })

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

const texts = {
  markup: '<img src=x onerror="stolen=1"><script>stolen=1</script>',
  'the end of a script': '</script><svg onload=stolen=1>',
  'an address that is a script': 'javascript:stolen=1',
  'a template': '{{constructor.constructor("stolen=1")()}}<%= stolen=1 %>',
  'the name of what every object has': '__proto__',
  'another such name': 'constructor',
  'letters that run from right to left': 'abc\u202Etxt.exe\u202D\u2066\u061C',
  'control characters': 'a\u0001\u0007\u001B[31mb\u007F\u0085',
  'letters under a tower of accents': `Z${'\u0301'.repeat(200)}`,
  'a text as long as an attribute can be': 'W'.repeat(2048),
}

/** Nothing has run, nobody has left, nothing sticks out, and there is still something to use. */
async function isUnharmed(page: Page, origin: string) {
  await expect(page.locator('main').first()).toBeVisible()
  expect(new URL(page.url()).origin).toBe(origin)
  const { ran, sideways } = await page.evaluate(() => ({
    ran: 'stolen' in window,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  expect(ran).toBe(false)
  expect(sideways).toBe(0)
}

test.describe('what stands in an account', () => {
  const values: Readonly<Record<string, string>> = {
    name: texts['a text as long as an attribute can be'],
    nickname: texts.markup,
    given_name: texts['the end of a script'],
    family_name: texts['letters that run from right to left'],
    middle_name: texts['control characters'],
    website: texts['an address that is a script'],
    profile: texts['a template'],
    picture: texts['another such name'],
    preferred_username: texts['letters under a tower of accents'],
  }
  const group = '<svg/onload=stolen=1>'

  test('is text among the claims', async ({ page, places, ownPool }) => {
    const { admin, hanako } = ownPool
    const { open, signIn, claim, heading, text } = entrance(page)
    await admin.send(new CreateGroupCommand({ UserPoolId, GroupName: group }))
    await admin.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: hanako.email, GroupName: group }))
    await write(admin, hanako.email)
    await open()
    await signIn(hanako)
    await expect(heading(text.signedIn)).toBeVisible()
    await page.getByText(text.idToken).click()
    for (const [name, value] of Object.entries(values)) {
      expect(await claim(name).textContent(), name).toBe(value)
    }
    await expect(claim('cognito:groups')).toHaveText(JSON.stringify([group]))
    await isUnharmed(page, places.page)
  })

  test('is text on the account page, and in its forms', async ({ page, places, ownPool, openWith }) => {
    const { admin, hanako } = ownPool
    const { signIn, button, heading, field } = entrance(page)
    await write(admin, hanako.email)
    const userAttributes = Object.fromEntries(Object.keys(values).map((name) => [name, { required: false }]))
    await openWith({ userAttributes: { email: { required: true }, ...userAttributes } })
    await signIn(hanako)
    await button(say.account).click()
    await expect(heading(say.account)).toBeVisible()
    for (const value of Object.values(values)) {
      await expect(page.getByText(value, { exact: true }).first()).toBeAttached()
    }
    await button(say.change(say.nickname)).click()
    await expect(field(say.nickname)).toHaveValue(values.nickname ?? '')
    await isUnharmed(page, places.ownPage)
  })

  async function write(
    admin: { send(command: AdminUpdateUserAttributesCommand): Promise<unknown> },
    Username: string,
  ) {
    const UserAttributes = Object.entries(values).map(([Name, Value]) => ({ Name, Value }))
    await admin.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }))
  }
})

test.describe('what a trigger says', () => {
  let said = ''
  const triggers: Triggers = {
    PreSignUp() {
      throw new Error(said)
    },
    CustomMessage(event) {
      event.response.emailSubject = texts.markup
      event.response.emailMessage = `${texts.markup} {####}`
      return event
    },
    DefineAuthChallenge(event) {
      event.response.challengeName = 'CUSTOM_CHALLENGE'
      return event
    },
    CreateAuthChallenge(event) {
      event.response.publicChallengeParameters = Object.fromEntries(
        Object.values(texts).map((text) => [text, text]),
      )
      event.response.privateChallengeParameters = { answer: 'right' }
      return event
    },
  }
  test.use({ triggers })

  test('as its reason is text in the message', async ({ page, places, ownPool: _ }) => {
    const { open, button, field, heading, password, alert, text } = entrance(page)
    await open()
    await button(text.signUp).click()
    await expect(heading(text.signUp)).toBeFocused()
    await field(text.email).fill('aoi@example.com')
    await password().fill('Genkan-2026')
    await field(text.name).fill('佐藤 葵')
    for (const [what, reason] of Object.entries(texts)) {
      said = reason
      await button(text.submitSignUp).click()
      await expect(alert, what).toContainText(reason)
      await isUnharmed(page, places.page)
    }
  })

  test('as a question is text in the challenge', async ({ page, places, ownPool, openWith }) => {
    const { field, button, text } = entrance(page)
    await ownPool.admin.send(
      new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }),
    )
    await openWith({ authFlowType: 'CUSTOM_WITHOUT_SRP', asksRiddles: true })
    await field(text.email).fill(ownPool.hanako.email)
    await button('次へ').click()
    for (const riddle of Object.values(texts)) {
      await expect(page.locator('.riddle')).toContainText(riddle)
    }
    await isUnharmed(page, places.ownPage)
  })

  test('in a mail is no script in the inbox', async ({ page, places, ownPool }) => {
    const { open, field, button, heading, text } = entrance(page)
    await open()
    await field(text.email).fill(ownPool.hanako.email)
    await button(text.forgot).click()
    await button('確認コードを送信').click()
    await expect(heading(text.resetTitle)).toBeVisible()
    await page.goto(`${places.pool}/_local/inbox`)
    await expect(page.getByText(texts.markup).first()).toBeVisible()
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  })
})

const addresses = [
  '?next=javascript:stolen=1',
  '?next=%6Aavascript:stolen=1&redirect=java%09script:stolen=1',
  '?redirect_uri=//evil.example&returnTo=/%5Cevil.example&url=https:evil.example',
  '?next=data:text/html,<script>stolen=1</script>',
  '?<script>stolen=1</script>',
  '?__proto__[stolen]=1&constructor[prototype][stolen]=1',
  '?1#javascript:stolen=1',
  '?2#//evil.example',
  '?3#"><img src=x onerror=stolen=1>',
  '?code=<script>stolen=1</script>&state=__proto__',
  '?error=<img src=x onerror=stolen=1>&error_description=javascript:stolen=1&state=x',
  '//evil.example/%2e%2e',
  '/\\evil.example',
  '%2f%2fevil.example',
  '/%09/evil.example',
  '%0d%0aLocation:%20//evil.example',
  '//user:password@evil.example/',
]

test('an address leads nowhere but to the page', async ({ page, places, expectedErrors, person }) => {
  expectedErrors.push(/status of 404/)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  const { heading, signIn, button, text } = entrance(page)
  for (const address of addresses) {
    const response = await page.goto(`${places.page}/${address}`)
    expect(response?.url().startsWith(`${places.page}/`), address).toBe(true)
    if (response?.ok()) {
      await expect(heading(text.signIn), address).toBeVisible()
      await isUnharmed(page, places.page)
    }
  }
  await page.goto(`${places.page}/?next=javascript:stolen=1&redirect=//evil.example#//evil.example`)
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await isUnharmed(page, places.page)
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
  await isUnharmed(page, places.page)
  expect([...asked].filter((origin) => ![places.page, places.pool].includes(origin))).toEqual([])
})

hostedTest(
  'an answer of no hosted page is refused in the words of the page',
  async ({ page, here, configure, context, places }) => {
    await page.setViewportSize({ width: 375, height: 740 })
    await configure(context)
    for (const [error, description] of [
      [texts.markup, texts['the end of a script']],
      ['constructor', `PreSignUp failed with error ${texts.markup}`],
      ['access_denied', texts['a text as long as an attribute can be']],
    ] as const) {
      const answer = new URLSearchParams({ error, error_description: description, state: '__proto__' })
      await page.goto(`${here}?${answer}`)
      await expect(entrance(page).alert).toBeVisible()
      await expect(entrance(page).alert).not.toContainText(/stolen|WWW/)
      expect(page.url()).toBe(here)
      await isUnharmed(page, places.ownPage)
    }
  },
)

const news: readonly unknown[] = [
  { type: 'ended', notice: texts.markup },
  undefined,
  null,
  0,
  texts.markup,
  [],
  {},
  { type: texts.markup },
  { type: '__proto__' },
  { type: 'ended' },
  { type: 'ended', notice: '__proto__' },
  { type: 'ended', notice: 'constructor', origin: {} },
  { type: 'ended', notice: { toString: 1 }, origin: null },
  { type: 'signedIn', notice: texts.markup },
]

test('news that no tab of this page has sent change nothing', async ({ page, context, places, person }) => {
  const { open, heading, signIn, text } = entrance(page)
  await open()
  const other = await context.newPage()
  await other.goto('/icon.svg')
  async function tell() {
    await other.evaluate(
      ({ news, name, key }) => {
        const channel = new BroadcastChannel(name)
        for (const data of news) channel.postMessage(data)
        channel.close()
        for (const data of news) localStorage.setItem(key, String(data))
        localStorage.removeItem(key)
      },
      { news, name: `genkan.${ClientId}`, key: `CognitoIdentityServiceProvider.${ClientId}.clockDrift` },
    )
    await page.evaluate((news) => {
      for (const data of news) window.postMessage(data, '*')
    }, news)
    // What was told is heard before what is asked for now.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    await isUnharmed(page, places.page)
  }
  await tell()
  await expect(heading(text.signIn)).toBeVisible()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await tell()
  await expect(heading(text.signedIn)).toBeVisible()
  // The form that says so waits for the reason.
  await other.evaluate(() => localStorage.clear())
  await other.evaluate(
    (name) => new BroadcastChannel(name).postMessage({ type: 'signedIn' }),
    `genkan.${ClientId}`,
  )
  await expect(heading(text.signIn)).toBeVisible()
  await tell()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
})

const challenge = (name: string, members: object) => ({
  'genkan.challenge': JSON.stringify({ name, expiresAt: 9e15, ...members }),
})

/** What some other version of the page, an extension or a broken disk may have left in its storages. */
const leftovers: readonly (readonly [what: string, values: Readonly<Record<string, string>>])[] = [
  ['a language that is none', { 'genkan.language': texts.markup }],
  ['a language that every object has', { 'genkan.language': '__proto__' }],
  ['a choice that is none', { 'genkan.keep': texts.markup }],
  ['a notice that is none', { 'genkan.notice': texts.markup }],
  ['a notice that every object has', { 'genkan.notice': 'constructor' }],
  ['a moment that is none', { 'genkan.active': 'Infinity' }],
  ['an address that is none', { 'genkan.username': texts.markup }],
  ['departures that are none', { 'genkan.redirect.x': 'null', 'genkan.redirect.y': '{"at":{}}' }],
  ['a challenge that is no JSON', { 'genkan.challenge': '{"name":' }],
  ['a challenge of nothing', { 'genkan.challenge': 'null' }],
  ['a challenge that is a list', { 'genkan.challenge': '["name"]' }],
  ['a challenge that every object has', challenge('toString', {})],
  ['a challenge that ends never', challenge('CONFIRM_SIGN_IN_WITH_TOTP_CODE', { expiresAt: 'x' })],
  ['a challenge of nobody', challenge('CONFIRM_SIGN_IN_WITH_EMAIL_CODE', { username: { a: 1 } })],
  [
    'a challenge that was sent nowhere',
    challenge('CONFIRM_SIGN_IN_WITH_EMAIL_CODE', { codeDeliveryDetails: { destination: { a: 1 } } }),
  ],
  [
    'a challenge with a number for a list',
    challenge('CONTINUE_SIGN_IN_WITH_MFA_SELECTION', { allowedMFATypes: 7 }),
  ],
  [
    'a challenge with factors that are none',
    challenge('CONTINUE_SIGN_IN_WITH_MFA_SELECTION', { allowedMFATypes: ['__proto__', texts.markup] }),
  ],
  [
    'a challenge with attributes that are none',
    challenge('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', { missingAttributes: [{}, '__proto__'] }),
  ],
  [
    'a question that is no text',
    challenge('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', { additionalInfo: { riddle: {} } }),
  ],
]

async function openWithStored(page: Page, values: Readonly<Record<string, string>>) {
  await page.goto('/icon.svg')
  await page.evaluate((values) => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.clear()
      for (const [key, value] of Object.entries(values)) storage.setItem(key, value)
    }
  }, values)
  await page.goto('/')
}

test('whatever is left in the storages, the form is there', async ({ page, places }) => {
  const { heading, button, text } = entrance(page)
  for (const [what, values] of leftovers) {
    await test.step(what, async () => {
      await openWithStored(page, values)
      const back = button(text.backToSignIn)
      // A challenge that may have been under way is one step from the form.
      await expect(heading(text.signIn).or(back)).toBeVisible()
      await isUnharmed(page, places.page)
      if (await back.isVisible()) await back.click()
      await expect(heading(text.signIn)).toBeVisible()
    })
  }
})

const ofAmplify = `CognitoIdentityServiceProvider.${ClientId}`

const tokens: readonly (readonly [what: string, values: Readonly<Record<string, string>>])[] = [
  ['a user without tokens', { [`${ofAmplify}.LastAuthUser`]: texts.markup }],
  [
    'tokens that are none',
    {
      [`${ofAmplify}.LastAuthUser`]: 'x',
      [`${ofAmplify}.x.accessToken`]: texts.markup,
      [`${ofAmplify}.x.idToken`]: 'a.b.c',
      [`${ofAmplify}.x.refreshToken`]: texts.markup,
      [`${ofAmplify}.x.clockDrift`]: texts.markup,
    },
  ],
  [
    'tokens with claims of other kinds',
    {
      [`${ofAmplify}.LastAuthUser`]: 'x',
      [`${ofAmplify}.x.accessToken`]: jwtOf({ exp: 9e15, sub: [] }),
      [`${ofAmplify}.x.idToken`]: jwtOf({ exp: {}, email: {}, 'cognito:username': [], sub: null }),
      [`${ofAmplify}.x.refreshToken`]: 'x',
      [`${ofAmplify}.x.clockDrift`]: 'NaN',
    },
  ],
  [
    'a device that is none',
    {
      [`${ofAmplify}.x.deviceKey`]: texts.markup,
      [`${ofAmplify}.x.deviceGroupKey`]: '',
      [`${ofAmplify}.x.randomPasswordKey`]: '{}',
    },
  ],
]

function jwtOf(claims: object): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  return `${part({ alg: 'none' })}.${part(claims)}.x`
}

test('whatever is left of a session, people can sign in', async ({ page, places, person }) => {
  const { heading, button, signIn, text } = entrance(page)
  for (const [what, values] of tokens) {
    await test.step(what, async () => {
      await openWithStored(page, values)
      await expect(heading(text.signIn).or(heading(text.signedIn))).toBeVisible()
      await isUnharmed(page, places.page)
      if (await button(text.signOut).isVisible()) await button(text.signOut).click()
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
    })
  }
})

test('a page that fails says so, in words of its own', async ({ page, expectedErrors }) => {
  expectedErrors.push(/broken/)
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', {
      get() {
        throw new Error('broken')
      },
    })
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'ページを表示できません' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'もう一度試す' })).toBeVisible()
})

const hostileApi: readonly object[] = [
  { error: '__proto__', message: texts.markup },
  { error: 'constructor', message: texts['a text as long as an attribute can be'] },
  { error: texts.markup, message: texts['letters that run from right to left'] },
]

test('what the API says is text', async ({ page, places, person, expectedErrors }) => {
  expectedErrors.push(/status of 401/)
  const { open, button, heading, signIn, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  for (const json of hostileApi) {
    const headers = { 'access-control-allow-origin': places.page }
    await page.route(`${places.api}/**`, (route) => route.fulfill({ status: 401, json, headers }))
    await button(text.callApi).click()
    await expect(page.locator('pre')).toHaveText(JSON.stringify(json, null, 2))
    await isUnharmed(page, places.page)
  }
})
