import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { entrance, languages, locales, words } from './entrance.ts'
import { deafen, expect, password, test } from './journey.ts'

const UserPoolId = exampleSeed.userPoolId

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('signs in by SRP: the password never leaves the page', { tag: '@phone' }, async ({
      page,
      person,
      places,
    }) => {
      const { open, signIn, heading, text } = entrance(page, language)
      const bodies: string[] = []
      page.on('request', (request) => {
        if (request.url().startsWith(places.pool)) bodies.push(request.postData() ?? '')
      })
      await open()
      await signIn(person)
      await expect(heading(text.signedIn)).toBeFocused()
      await expect(page.getByText(person.email, { exact: true }).first()).toBeVisible()
      expect(bodies.some((body) => body.includes('"AuthFlow":"USER_SRP_AUTH"'))).toBe(true)
      expect(bodies.filter((body) => body.includes(person.password))).toEqual([])
      expect(page.url()).not.toContain(person.email)
    })

    test('says the same about a wrong password as about somebody who does not exist', async ({
      page,
      person,
      newEmail,
    }) => {
      const { open, signIn, alert, field, text } = entrance(page, language)
      await open()
      await signIn({ ...person, password: 'Wrong-2026' })
      await expect(alert).toContainText(text.incorrect)
      await expect(alert).toBeFocused()
      const said = await alert.textContent()
      await expect(field(text.email)).toHaveValue(person.email)
      await signIn({ email: newEmail(), password: 'Wrong-2026' })
      await expect(alert).toHaveText(said ?? '')
    })

    test('asks for what is missing before it sends anything', async ({ page, places }) => {
      const { open, alert, button, field, text } = entrance(page, language)
      await open()
      let calls = 0
      page.on('request', (request) => {
        if (request.url() === `${places.pool}/`) calls += 1
      })
      await button(text.signIn).click()
      await expect(alert).toBeFocused()
      await expect(alert.getByRole('link')).toHaveCount(2)
      await alert.getByRole('link').first().click()
      await expect(field(text.email)).toBeFocused()
      await expect(field(text.email)).toHaveAttribute('aria-invalid', 'true')
      expect(calls).toBe(0)
    })
  })
}

test('signs in with the keyboard alone', { tag: '@phone' }, async ({ page, person }) => {
  const { open, heading, text, field, password: passwordField } = entrance(page)
  await open()
  await field(text.email).focus()
  await page.keyboard.type(person.email)
  await page.keyboard.press('Tab')
  await expect(passwordField()).toBeFocused()
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await expect(heading(text.signedIn)).toBeFocused()
})

test('a second press changes nothing while the first is under way', async ({ page, person, places }) => {
  const { open, field, text, password: passwordField, button, heading } = entrance(page)
  let begun = 0
  page.on('request', (request) => {
    if (request.url().startsWith(places.pool) && request.postData()?.includes('SRP_A')) begun += 1
  })
  await open()
  await field(text.email).fill(person.email)
  await passwordField().fill(person.password)
  await button(text.signIn).evaluate((element: HTMLButtonElement) => {
    element.click()
    element.click()
    element.form?.requestSubmit()
  })
  await expect(heading(text.signedIn)).toBeVisible()
  expect(begun).toBe(1)
})

test('whoever goes elsewhere with the next press has sent nothing', async ({ page, person, places }) => {
  const { open, field, text, password: passwordField, button, heading, alert } = entrance(page)
  let sent = 0
  page.on('request', (request) => {
    if (request.url().startsWith(places.pool) && request.method() === 'POST') sent += 1
  })
  await open()
  await field(text.email).fill(person.email)
  await passwordField().fill(person.password)
  const other = await button(text.signUp).elementHandle()
  await button(text.signIn).evaluate((element: HTMLButtonElement, next) => {
    element.click()
    if (next instanceof HTMLElement) next.click()
  }, other)
  await expect(heading(text.signUp)).toBeFocused()
  await expect(field(text.email)).toHaveValue(person.email)
  await button(text.submitSignUp).click()
  await expect(alert).toBeFocused()
  expect(sent).toBe(0)
})

test('the button says that it is busy until the answer is there', async ({ page, person, places }) => {
  const { open, signIn, button, text, heading } = entrance(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`${places.pool}/`, async (route) => {
    await held
    await route.continue()
  })
  await open()
  await signIn(person)
  await expect(button(text.signingIn)).toHaveAttribute('aria-disabled', 'true')
  release()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('Enter that ends the conversion of an input method sends nothing', async ({ page, person }) => {
  const { open, field, text, alert, heading } = entrance(page)
  await open()
  await field(text.email).focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'はなこ', selectionStart: 3, selectionEnd: 3 })
  await page.keyboard.press('Enter')
  await expect(alert).toHaveCount(0)
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await field(text.email).fill(person.email)
  await page.keyboard.press('Enter')
  await expect(alert).toBeFocused()
  await expect(heading(text.signIn)).toBeVisible()
})

test('a full-width e-mail address in capitals is understood', async ({ page, person }) => {
  const { open, signIn, heading, text } = entrance(page)
  const fullWidth = [...person.email.toUpperCase()]
    .map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .join('')
  await open()
  await signIn({ ...person, email: ` ${fullWidth}　` })
  await expect(heading(text.signedIn)).toBeVisible()
})

test('a password is used exactly as typed', async ({ page, person, admin }) => {
  const { open, signIn, heading, alert, text } = entrance(page)
  const typed = 'Ｇｅｎｋａｎ-ａＡ1パス🔑'
  await admin.send(
    new AdminSetUserPasswordCommand({
      UserPoolId,
      Username: person.email,
      Password: `${typed}aA`,
      Permanent: true,
    }),
  )
  await open()
  await signIn({ ...person, password: `${typed}aA`.normalize('NFKC') })
  await expect(alert).toContainText(text.incorrect)
  await signIn({ ...person, password: `${typed}aA` })
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the password can be shown, and keeps its caret', { tag: '@phone' }, async ({ page }) => {
  const { open, password: passwordField } = entrance(page)
  await open()
  await passwordField().fill('abcdef')
  await passwordField().evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 2))
  const show = page.getByRole('button', { name: 'パスワードを表示' })
  await show.click()
  await expect(passwordField()).toHaveAttribute('type', 'text')
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => passwordField().evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2)
})

test('password managers and the keyboard of a phone find what they look for', async ({ page }) => {
  const { open, field, password: passwordField, text } = entrance(page)
  await open()
  await expect(field(text.email)).toHaveAttribute('autocomplete', 'username')
  await expect(field(text.email)).toHaveAttribute('inputmode', 'email')
  await expect(field(text.email)).toHaveAttribute('autocapitalize', 'none')
  await expect(passwordField()).toHaveAttribute('autocomplete', 'current-password')
})

test('a disabled account is told so', async ({ page, person, admin }) => {
  const { open, signIn, alert } = entrance(page)
  await admin.send(new AdminDisableUserCommand({ UserPoolId, Username: person.email }))
  await open()
  await signIn(person)
  await expect(alert).toContainText('このアカウントは現在ご利用になれません。')
})

test('after five wrong passwords the waiting time is told, and after it the right one works', async ({
  page,
  ownPool,
}) => {
  const { open, signIn, alert, heading, button, text } = entrance(page)
  // Both clocks stand still: the lock lasts one second, and this machine may take longer than that.
  ownPool.stopClock()
  await page.clock.install()
  await open()
  await page.clock.pauseAt(Date.now() + 60_000)
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const answer = page.waitForResponse(
      (response) => response.request().headers()['x-amz-target']?.endsWith('RespondToAuthChallenge') ?? false,
    )
    await signIn({ ...ownPool.hanako, password: `Wrong-2026-${attempt}` })
    await answer
    await expect(alert).toContainText('正しくありません。')
    await expect(button(text.signIn)).toHaveAttribute('aria-disabled', 'false')
  }
  await signIn(ownPool.hanako)
  await expect(alert).toContainText('約 1 秒待ってから')
  ownPool.wait({ minutes: 1 })
  await page.clock.runFor(60_000)
  await signIn(ownPool.hanako)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('without a network it says so, keeps what was typed, and works again after', async ({
  page,
  person,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { open, signIn, alert, field, button, heading, text } = entrance(page)
  await open()
  // Amplify arrives shortly after the first paint; what is tried here is a network that fails later.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await signIn(person)
  await expect(alert).toContainText('サーバーに接続できません。')
  await expect(field(text.email)).toHaveValue(person.email)
  await context.setOffline(false)
  await button(text.signIn).click()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('somebody who is signed in already never meets an exception', async ({ page, person, context }) => {
  const first = entrance(page)
  await first.open()
  const other = await context.newPage()
  await deafen(other)
  const second = entrance(other)
  await second.open()
  await first.signIn(person)
  await expect(first.heading(words.ja.signedIn)).toBeVisible()
  await second.signIn(person)
  await expect(second.heading(words.ja.signedIn)).toBeVisible()
})

test('the seeded users fill the form with one press', { tag: '@phone' }, async ({ page, places }) => {
  const { open, field, password: passwordField, text, button, heading } = entrance(page)
  await open()
  const strip = page.getByRole('complementary')
  await expect(strip.getByRole('link', { name: /^受信箱を開く/ })).toHaveAttribute(
    'href',
    `${places.pool}/_local/inbox`,
  )
  await strip.getByText('用意されているユーザー').click()
  await strip.getByRole('button', { name: 'hanako@example.com をフォームに入力' }).click()
  await expect(field(text.email)).toHaveValue('hanako@example.com')
  await expect(passwordField()).toHaveValue(password)
  await button(text.signIn).click()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the user whom the page signs in is the one that administrators see', async ({
  page,
  person,
  admin,
}) => {
  const { open, signIn, heading, claim, text } = entrance(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const { Username } = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: person.email }))
  await page.getByText(text.idToken).click()
  await expect(claim('cognito:username')).toContainText(Username ?? '')
})
