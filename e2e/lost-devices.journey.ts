import { AdminForgetDeviceCommand, AdminListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider'
import { UserPoolId } from './account-page.ts'
import { alter, always, devicePage, kept, onDemand, say, track } from './device-page.ts'
import { expect, test } from './journey.ts'

test('a device that was forgotten from elsewhere meanwhile is asked for the second factor, and is new', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, always)
  const { open, button, text, ...door } = devicePage(page, ownPool)
  const { admin, hanako } = ownPool
  await open()
  await door.signInWithCode()
  const { deviceKey } = await kept(page)
  await button(text.signOut).click()
  const user = { UserPoolId, Username: hanako.email }
  const { Devices = [] } = await admin.send(new AdminListDevicesCommand(user))
  expect(Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([deviceKey])
  await admin.send(new AdminForgetDeviceCommand({ ...user, DeviceKey: deviceKey }))
  await door.signInWithCode()
  expect((await kept(page)).deviceKey).not.toBe(deviceKey)
  await button(text.signOut).click()
  await door.signInWithoutCode()
})

test('whoever lost the secret of a device gets in with the password and a code', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, always)
  const { open, button, text, alert, signIn, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await button(text.signOut).click()
  await expect(door.heading(text.signIn)).toBeFocused()
  await alter(page, 'randomPasswordKey', 'another')
  await signIn(ownPool.hanako)
  await expect(alert).toContainText(text.incorrect)
  await button(text.signIn).click()
  await door.enterCode()
  await button(text.signOut).click()
  await door.signInWithoutCode()
})

test('whoever lost the secret of a device that is asked for after the code gets in all the same', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, { ...always, ChallengeRequiredOnNewDevice: false })
  const { open, button, text, alert, signIn, heading, field, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeFocused()
  await alter(page, 'randomPasswordKey', 'another')
  await signIn(ownPool.hanako)
  await expect(heading(text.mfaCodeTitle)).toBeFocused()
  await field(text.mfaCode).fill(await ownPool.codeFor(ownPool.hanako.email))
  await button(text.verify).click()
  await expect(alert).toContainText('もう一度お試しください。')
  await expect(heading(text.signIn)).toBeVisible()
  await door.signInWithCode()
})

test('a password that is mistyped twice does not make the browser forget its device', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, always)
  const { open, button, text, alert, signIn, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  const before = await kept(page)
  await button(text.signOut).click()
  for (const _ of ['once', 'twice']) {
    const answered = page.waitForResponse((response) => response.status() === 400)
    await signIn({ ...ownPool.hanako, password: 'Wrong-2026' })
    await answered
    await expect(alert).toContainText(text.incorrect)
  }
  await door.signInWithoutCode()
  expect(await kept(page)).toEqual(before)
})

test('a device that the pool does not list can be remembered; if it does not know it, that is told', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, onDemand)
  const { open, button, rows, alert, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await alter(page, 'deviceKey', 'ap-northeast-1_00000000-0000-4000-8000-000000000000')
  await door.openAccount()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText(say.here)
  await expect(rows.nth(0)).toContainText(say.notRemembered)
  await button(say.remember).click()
  await expect(alert).toContainText('この端末の登録は、すでに削除されています。')
  await expect(alert).toBeFocused()
})

test('where the pool tells no devices apart, the page says nothing of them', async ({ page, ownPool }) => {
  const { openAs, section } = devicePage(page, ownPool)
  const listed = page.waitForResponse(
    (response) => response.request().headers()['x-amz-target']?.endsWith('.ListDevices') ?? false,
  )
  await openAs(ownPool.hanako)
  await (await listed).finished()
  await expect(section).toHaveCount(0)
})

test('devices that cannot be fetched leave the rest of the page as it is, and can be tried again', async ({
  page,
  ownPool,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await track(ownPool, always)
  const { open, button, text, section, rows, said, field, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await page.route('**', (route) => {
    const target = route.request().headers()['x-amz-target'] ?? ''
    return target.endsWith('.ListDevices') ? route.abort() : route.fallback()
  })
  await button(text.account).click()
  await button(text.change(text.name)).click()
  await field(text.name).fill('山田 はな')
  await button(text.save).click()
  await expect(said(text.saved)).toBeVisible()
  await expect(section.getByRole('alert')).toContainText('サーバーに接続できません。')
  await page.unroute('**')
  await section.getByRole('button', { name: 'もう一度試す' }).click()
  await expect(rows).toHaveCount(1)
})

test('deleting the account leaves nothing of the device in the browser', async ({ page, ownPool }) => {
  await track(ownPool, always)
  const { open, button, text, said, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await door.openAccount()
  await button(text.deleteAccount).click()
  await button(text.deleteForGood).click()
  await expect(said(text.deleted)).toBeVisible()
  expect(await kept(page)).toEqual({})
})
