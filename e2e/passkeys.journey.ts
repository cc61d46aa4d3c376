import { isAccessible } from './accessible.ts'
import { languages, locales } from './entrance.ts'
import { hands } from './hands.ts'
import { expect, test } from './journey.ts'
import { authenticator, operationOf, passkeyDoor, passwordless } from './passkeys.ts'

const preferring = { ...passwordless, preferredChallenge: 'WEB_AUTHN' }

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('a passkey is added on the account page, and signs in', { tag: '@phone' }, async ({
      openWith,
      page,
      person,
    }) => {
      const door = passkeyDoor(page, language)
      const { text, button, heading, field } = door
      await authenticator(page)
      await openWith({ passwordless })
      await expect(field(text.email)).toHaveAttribute('autocomplete', 'username webauthn')
      await door.openAccountAs(person)
      await expect(door.part).toContainText(text.none)
      await door.add()
      await expect(button(text.add)).toBeFocused()
      await expect(door.rows).toHaveCount(1)
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date())
      await expect(door.rows).toContainText('Passkey')
      await expect(door.rows).toContainText(day)

      await button(text.signOut).click()
      await door.begin(person.email)
      await expect(heading(text.choose)).toBeFocused()
      await button(text.byPasskey).click()
      await expect(heading(text.signedIn)).toBeFocused()
      await expect(page.getByText(person.email)).toBeVisible()
    })

    test('cancelling is told calmly, and nothing is lost by it', { tag: '@phone' }, async ({
      openWith,
      page,
      person,
      codeFor,
    }) => {
      const door = passkeyDoor(page, language)
      const { text, button, heading, alert } = door
      const device = await authenticator(page)
      await openWith({ passwordless })
      await door.openAccountAs(person)
      await device.agrees(false)
      await button(text.add).click()
      await expect(alert).toContainText(text.notAdded)
      await expect(alert).toBeFocused()
      await expect(door.part).toContainText(text.none)
      await device.agrees(true)
      await door.add()
      await expect(alert).toHaveCount(0)
      await button(text.add).click()
      await expect(alert).toContainText(text.exists)
      await expect(door.rows).toHaveCount(1)

      await button(text.signOut).click()
      await device.agrees(false)
      await door.begin(person.email)
      await button(text.byPasskey).click()
      await expect(alert).toContainText(text.canceled)
      await expect(alert).toBeFocused()
      await expect(heading(text.choose)).toBeVisible()
      await button(text.byPasskey).click()
      await expect(alert).toContainText(text.canceled)
      await door.signInByCode(() => codeFor(person.email))
    })

    test('deleting takes two presses, and says what it means', { tag: '@phone' }, async ({
      openWith,
      page,
      person,
    }) => {
      const door = passkeyDoor(page, language)
      const { text, button, heading } = door
      await authenticator(page)
      await openWith({ passwordless })
      await door.openAccountAs(person)
      await door.add()
      await door.removals.click()
      const question = page.locator('.notice', { hasText: text.question })
      await expect(question).toBeFocused()
      await expect(question).toContainText(text.lastLeavesCode)
      await button(text.cancel).click()
      await expect(door.removals).toBeFocused()
      await expect(door.rows).toHaveCount(1)
      await door.removals.click()
      await button(text.confirm).click()
      await expect(door.said(text.removed)).toBeVisible()
      await expect(button(text.add)).toBeFocused()
      await expect(door.part).toContainText(text.none)

      await button(text.signOut).click()
      await door.begin(person.email)
      await expect(heading(text.choose)).toBeFocused()
      await expect(button(text.byPasskey)).toHaveCount(0)
    })

    test('a preferred passkey signs in at once; who has none may choose, and so may who cancels', {
      tag: '@phone',
    }, async ({ openWith, page, person, codeFor }) => {
      const door = passkeyDoor(page, language)
      const { text, button, heading, alert } = door
      const device = await authenticator(page)
      await openWith({ passwordless: preferring })
      await door.openAccountAs(person)
      await door.add()
      await button(text.signOut).click()
      await door.begin(person.email)
      await expect(heading(text.signedIn)).toBeFocused()

      await button(text.signOut).click()
      await device.agrees(false)
      await door.begin(person.email)
      await expect(heading(text.choose)).toBeVisible()
      await expect(alert).toContainText(text.canceled)
      await expect(alert).toBeFocused()
      await device.agrees(true)
      await button(text.byPasskey).click()
      await expect(heading(text.signedIn)).toBeFocused()

      await button(text.signOut).click()
      await device.clear()
      await door.begin(person.email)
      await expect(alert).toContainText(text.canceled)
      await door.signInByCode(() => codeFor(person.email))
    })
  })
}

test('a passkey is added and used by keyboard alone', { tag: '@phone' }, async ({
  openWith,
  page,
  person,
}) => {
  const door = passkeyDoor(page)
  const { text, button, field, heading, password } = door
  const { type, press, enter } = hands(page)
  await authenticator(page)
  await openWith({ passwordless })
  await type(field(text.email), person.email)
  await enter()
  await press(button(text.byPassword))
  await type(password(), person.password)
  await enter()
  await press(button(text.account))
  await expect(door.part).toContainText(text.none)
  await press(button(text.add))
  await expect(door.said(text.added)).toBeVisible()
  await press(door.removals)
  await press(button(text.cancel))
  await expect(door.removals).toBeFocused()
  await press(button(text.signOut))
  await expect(heading(text.signIn)).toBeFocused()
  await type(field(text.email), person.email)
  await enter()
  await press(button(text.byPasskey))
  await expect(heading(text.signedIn)).toBeFocused()
})

test('two devices have a passkey each; without one of them, the other signs in', async ({
  openWith,
  page,
  person,
  places,
}) => {
  const door = passkeyDoor(page)
  const { text, button, heading } = door
  // The pool's pages hold as many as somebody may have; told to, it gives them one by one.
  const pages: unknown[] = []
  await page.route(`${places.pool}/**`, async (route, request) => {
    if (operationOf(request) !== 'ListWebAuthnCredentials') return route.fallback()
    const input = request.postDataJSON()
    pages.push(input.NextToken)
    return route.continue({ postData: { ...input, MaxResults: 1 } })
  })
  const phone = await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  await phone.disconnect()
  await authenticator(page, { transport: 'usb' })
  await button(text.add).click()
  await expect(door.rows).toHaveCount(2)
  await expect(door.rows.nth(0)).toContainText('Passkey')
  await expect(door.rows.nth(1)).toContainText('Security key')
  expect(pages.some((token) => token !== undefined)).toBe(true)
  await door.removals.nth(0).click()
  const question = page.locator('.notice', { hasText: text.question })
  await expect(question).toContainText('「Passkey」')
  await expect(question).not.toContainText('最後のパスキー')
  await button(text.confirm).click()
  await expect(door.rows).toHaveCount(1)

  await button(text.signOut).click()
  await door.begin(person.email)
  await button(text.byPasskey).click()
  await expect(heading(text.signedIn)).toBeFocused()
})

test('a browser without passkeys is told so, and keeps the list', async ({
  openWith,
  page,
  person,
  codeFor,
}) => {
  const door = passkeyDoor(page)
  const { text, button, alert } = door
  await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await page.reload()
  await button(text.account).click()
  await expect(door.part).toContainText('このブラウザーでは、パスキーを登録できません。')
  await expect(button(text.add)).toHaveCount(0)
  await expect(door.rows).toHaveCount(1)
  await button(text.signOut).click()
  await door.begin(person.email)
  await button(text.byPasskey).click()
  await expect(alert).toContainText('このブラウザーでは、パスキーをご利用になれません。')
  await door.signInByCode(() => codeFor(person.email))
})

test('a list that cannot be fetched is asked for again', async ({
  openWith,
  page,
  person,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const door = passkeyDoor(page)
  const { text, button, alert } = door
  await openWith({ passwordless })
  await page.route('**', (route, request) =>
    operationOf(request) === 'ListWebAuthnCredentials'
      ? route.abort('internetdisconnected')
      : route.fallback(),
  )
  await door.begin(person.email)
  await button(text.byPassword).click()
  await door.password().fill(person.password)
  await button(text.signIn).click()
  await button(text.account).click()
  await expect(alert).toContainText('サーバーに接続できません。')
  await page.unroute('**')
  await button('もう一度試す').click()
  await expect(door.part).toContainText(text.none)
  await expect(alert).toHaveCount(0)
})

test('whoever can sign in by no code is told that a password is needed without the last passkey', async ({
  openWith,
  page,
  person,
}) => {
  const door = passkeyDoor(page)
  await authenticator(page)
  await openWith({ passwordless: { webAuthn: {} } })
  await door.openAccountAs(person)
  await door.add()
  await door.removals.click()
  await expect(page.locator('.notice', { hasText: door.text.question })).toContainText(
    door.text.lastLeavesPassword,
  )
})

test('without passkeys in the configuration there is nothing about them', async ({
  openWith,
  page,
  person,
}) => {
  const { begin, button, password, text, part } = passkeyDoor(page)
  await openWith({ passwordless: { emailOtpEnabled: true } })
  await begin(person.email)
  await button(text.byPassword).click()
  await password().fill(person.password)
  await button(text.signIn).click()
  await button(text.account).click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await expect(part).toHaveCount(0)
})

test('passkeys have nothing that axe finds, and no sideways scrolling', async ({
  openWith,
  page,
  person,
}) => {
  const door = passkeyDoor(page)
  const { text, button, alert } = door
  const device = await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  await device.agrees(false)
  await button(text.add).click()
  await expect(alert).toBeVisible()
  await door.removals.click()
  await isAccessible(page)
  await button(text.signOut).click()
  await door.begin(person.email)
  await button(text.byPasskey).click()
  await expect(alert).toBeFocused()
  await isAccessible(page)
})
