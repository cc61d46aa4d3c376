import {
  DeleteWebAuthnCredentialCommand,
  ListWebAuthnCredentialsCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
  type WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { expect, test } from './journey.ts'
import { accessTokenOf, authenticator, operationOf, passkeyDoor, passwordless } from './passkeys.ts'

const UserPoolId = exampleSeed.userPoolId

/** For whom the passkeys of the pool are, and whether the device must know who uses it. */
async function setPasskeys(
  { admin }: { readonly admin: Parameters<typeof accessTokenOf>[0] },
  WebAuthnConfiguration: WebAuthnConfigurationType,
) {
  await admin.send(new SetUserPoolMfaConfigCommand({ UserPoolId, WebAuthnConfiguration }))
}

test('a passkey that the pool knows no more is refused in clear words, and another way is open', async ({
  openWith,
  page,
  person,
  admin,
  codeFor,
}) => {
  const door = passkeyDoor(page)
  const { text, button, heading, alert } = door
  await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  const AccessToken = await accessTokenOf(admin, person)
  const { Credentials = [] } = await admin.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  await button(text.signOut).click()
  await door.begin(person.email)
  await expect(heading(text.choose)).toBeFocused()
  await page.route('**', async (route, request) => {
    const isAnswer = request.postData()?.includes('"ChallengeName":"WEB_AUTHN"')
    // Meanwhile, on another device.
    if (isAnswer) {
      const CredentialId = Credentials[0]?.CredentialId
      await admin.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }))
      await page.unroute('**')
    }
    await route.fallback()
  })
  await button(text.byPasskey).click()
  await expect(alert).toContainText(text.refused)
  await expect(alert).toBeFocused()
  await door.signInByCode(() => codeFor(person.email))
})

test('deleting a passkey that is gone already is no failure', async ({ openWith, page, person, admin }) => {
  const door = passkeyDoor(page)
  await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  const AccessToken = await accessTokenOf(admin, person)
  const { Credentials = [] } = await admin.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  const CredentialId = Credentials[0]?.CredentialId
  await admin.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }))
  await door.removals.click()
  await door.button(door.text.confirm).click()
  await expect(door.said(door.text.removed)).toBeVisible()
  await expect(door.part).toContainText(door.text.none)
})

test('a copy of a passkey that has signed less often is refused, and every try counts', async ({
  openWith,
  page,
  ownPool,
}) => {
  const door = passkeyDoor(page)
  const { text, button, heading, alert } = door
  const device = await authenticator(page)
  ownPool.stopClock()
  await openWith({ passwordless })
  await door.openAccountAs(ownPool.hanako)
  await door.add()
  const earlier = await device.credentials()
  await button(text.signOut).click()
  await door.begin(ownPool.hanako.email)
  await button(text.byPasskey).click()
  await expect(heading(text.signedIn)).toBeFocused()
  await button(text.signOut).click()
  await door.begin(ownPool.hanako.email)
  for (let tries = 0; tries < 5; tries += 1) {
    await device.restore(earlier)
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('"ChallengeName":"WEB_AUTHN"') ?? false,
    )
    await button(text.byPasskey).click()
    expect((await answered).status()).toBe(400)
    await expect(alert).toContainText(text.refused)
  }
  await button(text.byPasskey).click()
  await expect(alert).toContainText('このアカウントへのログインを一時的に制限しています。')
})

test('a pool whose passkeys are for another address says so', async ({ openWith, page, ownPool }) => {
  const door = passkeyDoor(page)
  await authenticator(page)
  await setPasskeys(ownPool, { RelyingPartyId: 'example.com' })
  await openWith({ passwordless })
  await door.openAccountAs(ownPool.hanako)
  await door.button(door.text.add).click()
  await expect(door.alert).toContainText('パスキーの設定が、このページのアドレスと合っていません。')
  await expect(door.part).toContainText(door.text.none)
})

test('a pool without passkeys says so', async ({ openWith, page, ownPool }) => {
  const door = passkeyDoor(page)
  await authenticator(page)
  await ownPool.admin.send(
    new UpdateUserPoolCommand({
      UserPoolId,
      AutoVerifiedAttributes: ['email'],
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    }),
  )
  await openWith({ passwordless })
  await door.openAccountAs(ownPool.hanako)
  await door.button(door.text.add).click()
  await expect(door.alert).toContainText('パスキーは現在ご利用になれません。')
})

test('a device that cannot tell who uses it is not enough where the pool requires it', async ({
  openWith,
  page,
  ownPool,
}) => {
  const door = passkeyDoor(page)
  const { text, button, alert } = door
  await authenticator(page, { hasUserVerification: false })
  await openWith({ passwordless })
  await door.openAccountAs(ownPool.hanako)
  await door.add()
  await setPasskeys(ownPool, { RelyingPartyId: 'localhost', UserVerification: 'required' })
  await button(text.signOut).click()
  await door.begin(ownPool.hanako.email)
  await button(text.byPasskey).click()
  await expect(alert).toContainText(text.canceled)
  await door.signInByCode(() => ownPool.codeFor(ownPool.hanako.email))
})

test('twenty passkeys are the most', async ({ openWith, page, person }) => {
  const door = passkeyDoor(page)
  const { text, button, alert } = door
  const device = await authenticator(page)
  await openWith({}, 'amplify')
  await page.evaluate(async ({ email, password }) => {
    await window.auth.signIn({ username: email, password })
  }, person)
  for (let count = 0; count < 20; count += 1) {
    await page.evaluate(() => window.auth.associateWebAuthnCredential())
    // Otherwise it would say that it has one.
    await device.clear()
  }
  await openWith({ passwordless })
  await door.openAccount()
  await expect(door.rows).toHaveCount(20)
  await button(text.add).click()
  await expect(alert).toContainText('登録できるパスキーの数（20 個）の上限に達しています。')
})

test('while the device is waited for, a second press does nothing, and who leaves is not kept', async ({
  openWith,
  page,
  person,
  codeFor,
}) => {
  const door = passkeyDoor(page)
  const { text, button, heading, alert } = door
  const device = await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  await button(text.signOut).click()
  await device.hesitates()
  await door.begin(person.email)
  const sent: (string | undefined)[] = []
  page.on('request', (request) => sent.push(operationOf(request)))
  await button(text.byPasskey).click()
  await expect(button(text.waiting)).toHaveAttribute('aria-disabled', 'true')
  await expect(door.status).toContainText(text.waiting)
  await button(text.waiting).press('Enter')
  await button(text.byMail).press('Enter')
  await expect(heading(text.choose)).toBeVisible()
  expect(sent.filter((operation) => operation === 'RespondToAuthChallenge')).toHaveLength(1)
  await button(text.backToSignIn).click()
  await expect(heading(text.signIn)).toBeFocused()
  await door.begin(person.email)
  // The browser still waits, and asks for one passkey at a time.
  await button(text.byPasskey).click()
  await expect(alert).toContainText('パスキーの確認が途中で終わりました。')
  await door.signInByCode(() => codeFor(person.email))
})

test('whoever leaves while the answer of the passkey is on its way is not signed in by it', async ({
  openWith,
  page,
  person,
}) => {
  const door = passkeyDoor(page)
  const { text, button, heading } = door
  await authenticator(page)
  await openWith({ passwordless })
  await door.openAccountAs(person)
  await door.add()
  await button(text.signOut).click()
  await door.begin(person.email)
  const arrive = Promise.withResolvers<void>()
  await page.route('**', async (route, request) => {
    if (request.postData()?.includes('"ChallengeName":"WEB_AUTHN"')) await arrive.promise
    await route.fallback()
  })
  await button(text.byPasskey).click()
  await expect(button(text.waiting)).toBeVisible()
  await button(text.backToSignIn).click()
  await expect(heading(text.signIn)).toBeFocused()
  const revoked = page.waitForResponse((response) => operationOf(response.request()) === 'RevokeToken')
  arrive.resolve()
  await revoked
  await expect(heading(text.signIn)).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /Token$/.test(key))))
    .toEqual([])
})
