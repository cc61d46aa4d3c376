import { exampleSeed } from '@genkan/local-user-pool'
import { allowReturnTo } from '../scripts/return-address.ts'
import { entrance } from './entrance.ts'
import { addressesOf, hostedPage, hostedWords, test } from './hosted-page.ts'
import { expect } from './journey.ts'
import type { Site } from './site.ts'
import { publishWeb } from './sites.ts'

const words = hostedWords.ja

let site: Site | undefined
test.beforeAll(async ({ places }) => {
  test.setTimeout(300_000)
  const { userPoolId, clientId } = exampleSeed
  site = await publishWeb('hosted', {
    port: 0,
    environment: {
      NEXT_PUBLIC_AWS_COGNITO_REGION: userPoolId.slice(0, userPoolId.indexOf('_')),
      NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: userPoolId,
      NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId,
      NEXT_PUBLIC_AWS_COGNITO_DOMAIN: places.domain,
      NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: places.pool,
    },
  })
  await allowReturnTo(`${site?.url}/`, { fetch: (request) => fetch(places.pool, request) })
})
test.afterAll(() => site?.close())

test('the exported site leads to the hosted page and finishes the sign-in, without a flash of the form', async ({
  page,
  person,
}) => {
  const { heading, button, status, text } = entrance(page)
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('input[type=password]')) seen.push('form')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${site?.url}/?plan=pro`)
  await button(words.leave).click()
  await hostedPage(page).signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
  await expect(page).toHaveURL(`${site?.url}/?plan=pro`)

  // The router of Next.js has its own idea of the address; it must not bring the old one back.
  await page.getByText(text.idToken).click()
  await button('アカウント設定').click()
  await button('戻る').click()
  await expect(page).toHaveURL(`${site?.url}/?plan=pro`)
  expect((await addressesOf(page)).join()).not.toContain('code=')

  await button(text.signOut).click()
  await expect(status).toContainText(words.signedOut)
  await expect(page).toHaveURL(`${site?.url}/`)
})
