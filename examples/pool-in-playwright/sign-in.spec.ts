import { createLocalUserPool, exampleSeed, type LocalUserPool } from '@genkan/local-user-pool'
import { serveLocalUserPool } from '@genkan/local-user-pool/playwright'
import { test as base, expect } from '@playwright/test'

/** Each test has a pool of its own, at the address at which the page looks for Cognito. */
const test = base.extend<{ pool: LocalUserPool }>({
  pool: [
    async ({ context }, use) => {
      const endpoint = 'https://cognito-idp.ap-northeast-1.amazonaws.com'
      const pool = createLocalUserPool({ endpoint, seed: exampleSeed })
      await serveLocalUserPool(context, pool)
      await use(pool)
      pool.close()
    },
    { auto: true },
  ],
})

test('a wrong password is refused, the right one is let in', async ({ page }) => {
  // In the place of a server for the site.
  await page.route('http://localhost/', (route) =>
    route.fulfill({ path: `${import.meta.dirname}/index.html` }),
  )
  await page.goto('http://localhost/')
  await page.getByLabel('E-mail').fill('hanako@example.com')
  await page.getByLabel('Password').fill('Wrong-2026')
  await page.getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('Incorrect username or password.')
  await page.getByLabel('Password').fill('Genkan-2026')
  await page.getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('Welcome')
})
