import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { isAccessible } from './accessible.ts'
import { expect, password, test } from './journey.ts'

test.use({ baseURL: async ({ places }, use) => use(places.onePage) })

test('signs in, shows the token, survives a reload, and signs out', async ({ page, person }) => {
  await page.goto('/')
  await page.getByLabel('メールアドレス').fill(person.email)
  await page.getByLabel('パスワード', { exact: true }).fill('Wrong-2026')
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await expect(page.locator('p[role=alert]')).toContainText('正しくありません')
  await page.getByLabel('パスワード', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'ログインしています' })).toBeVisible()
  await page.getByRole('button', { name: 'API を呼び出す' }).click()
  await expect(page.locator('pre').last()).toContainText(/^200\n/)
  await page.reload()
  await page.getByText('ID トークンを見る').click()
  await expect(page.getByText(person.email).first()).toBeVisible()
  await page.getByRole('button', { name: 'ログアウト' }).click()
  await expect(page.getByRole('heading', { name: 'ログイン', exact: true })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /Cognito/.test(key)))).toEqual(
    [],
  )
})

test('an invited user chooses a password and says what is missing', async ({ page, admin, newEmail }) => {
  const email = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: exampleSeed.userPoolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
    }),
  )
  await page.goto('/')
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByLabel('パスワード', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await page.getByLabel('新しいパスワード').fill('Another-2026')
  await page.getByLabel('名前').fill('田中 一郎')
  await page.getByRole('button', { name: '設定してログイン' }).click()
  await expect(page.getByRole('heading', { name: 'ログインしています' })).toBeVisible()
})

for (const [email, text] of [
  ['disabled@example.com', 'このアカウントは無効になっています。'],
  ['unconfirmed@example.com', 'メールアドレスの確認が済んでいません。'],
  ['reset@example.com', 'パスワードの再設定が必要です。'],
] as const) {
  test(`tells ${email} what is the matter`, async ({ page }) => {
    await page.goto('/')
    await page.getByLabel('メールアドレス').fill(email)
    await page.getByLabel('パスワード', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'ログイン', exact: true }).click()
    await expect(page.getByText(text)).toBeVisible()
  })
}

test('without a network it says so, and axe finds nothing on its screens', async ({
  page,
  context,
  person,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'ログイン', exact: true })).toBeVisible()
  await isAccessible(page)
  await context.setOffline(true)
  await page.getByLabel('メールアドレス').fill(person.email)
  await page.getByLabel('パスワード', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await expect(page.locator('p[role=alert]')).toContainText('通信できませんでした。')
  await isAccessible(page)
})
