import { AdminResetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { isAccessible } from './accessible.ts'
import { expect, test } from './journey.ts'

const { userPoolId } = exampleSeed

test('the console has nothing that axe finds, and no sideways scrolling', async ({
  page,
  places,
  person,
}) => {
  for (const name of ['受信箱', 'ユーザー', 'リクエスト', 'トークン', '時計', '障害']) {
    await page.goto(`${places.pool}/_local/inbox`)
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await isAccessible(page)
  }
  await page.goto(`${places.pool}/_local/users/${userPoolId}/${encodeURIComponent(person.email)}`)
  await expect(page.getByRole('heading', { level: 1, name: person.email })).toBeVisible()
  await isAccessible(page)
})

test('a code that arrives is shown at once, takes no focus away, and is copied by one key', async ({
  page,
  context,
  places,
  admin,
  person,
  codeFor,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: places.pool })
  await page.goto(`${places.pool}/_local/inbox`)
  const language = page.getByRole('link', { name: 'English' })
  await language.focus()
  await admin.send(new AdminResetUserPasswordCommand({ UserPoolId: userPoolId, Username: person.email }))
  const arrived = page.getByRole('listitem').filter({ hasText: person.email })
  await expect(arrived).toBeVisible()
  await expect(language).toBeFocused()
  await arrived.getByRole('button', { name: 'コピー' }).press('Enter')
  await expect(page.locator('#status')).toHaveText('コピーしました')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeFor(person.email))
})

test('a user is made and disabled by keyboard alone', async ({ page, places, newEmail }) => {
  const email = newEmail()
  await page.goto(`${places.pool}/_local/users`)
  await page.getByLabel('メールアドレス').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Genkan-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: email })).toBeVisible()
  await expect(page.getByText('仮パスワード', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '無効にする' }).press('Enter')
  await expect(page.getByText('仮パスワード · 無効', { exact: true })).toBeVisible()
})
