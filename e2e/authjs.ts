import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed, startLocalUserPool } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { freePort } from '../scripts/ports.ts'
import { root } from '../scripts/run.ts'
import { expect, test as journey, password } from './journey.ts'
import { startNext } from './next-server.ts'

const { userPoolId } = exampleSeed
const settings = readFileSync(join(root, 'examples/authjs/app-client.json'), 'utf8')

export const hanako = { UserPoolId: userPoolId, Username: 'hanako@example.com' }

interface Shop {
  readonly url: string
  readonly admin: CognitoIdentityProviderClient
  /** The clocks of the server and of the pool go on. */
  wait(minutes: number): Promise<void>
  /** What the OAuth 2.0 endpoints were asked since the last time. */
  asked(): string[]
}

/**
 * Journeys through examples/authjs on a server, and a pool of its own at a port, since both have a clock; the app client is
 * the example's, but for the port.
 */
export const test = journey.extend<object, { shop: Shop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const port = await freePort(0)
      const url = `http://localhost:${port}/`
      let ahead = 0
      const pool = await startLocalUserPool({ port: 0, seed: exampleSeed, clock: () => Date.now() + ahead })
      const admin = new CognitoIdentityProviderClient({
        endpoint: pool.url,
        region: 'ap-northeast-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      })
      const { UserPoolClient } = await admin.send(
        new CreateUserPoolClientCommand(JSON.parse(settings.replaceAll('http://localhost:3000/', url))),
      )
      const server = await startNext('examples/authjs', port, {
        AUTH_URL: url,
        AUTH_SECRET: crypto.randomUUID(),
        AUTH_COGNITO_ISSUER: `${pool.url}/${userPoolId}`,
        AUTH_COGNITO_ID: UserPoolClient?.ClientId ?? '',
        AUTH_COGNITO_SECRET: UserPoolClient?.ClientSecret ?? '',
      })
      const asked: string[] = []
      pool.onRequest(({ operation, outcome }) => {
        if (operation.includes('/')) asked.push(`${operation} ${outcome}`)
      })
      await use({
        url,
        admin,
        async wait(minutes) {
          ahead += minutes * 60_000
          await server.wait(minutes * 60_000)
        },
        asked: () => asked.splice(0),
      })
      await server.close()
      admin.destroy()
      await pool.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
})

/** What a person sees and does, there and at the pool's sign-in page. */
export const at = (page: Page) => ({
  orders: page.getByRole('heading', { name: '山田 花子さんのご注文' }),
  told: page.getByRole('main').getByRole('alert'),
  enter: page.getByRole('button', { name: 'ログイン', exact: true }),
  leave: page.getByRole('button', { name: 'ログアウト', exact: true }),
  leaveEverywhere: page.getByRole('button', { name: 'すべての端末からログアウト' }),
  atPool: () => page.waitForURL('**/login?**'),
  async typePassword(typed: string) {
    await page.locator('input[name=username]').fill(hanako.Username)
    await page.locator('input[name=password]').fill(typed)
    await page.locator('input[name=password]').press('Enter')
  },
})

/** Comes by the page for members. */
export async function signIn(page: Page): Promise<void> {
  const { enter, atPool, typePassword, orders } = at(page)
  await page.goto('members')
  await enter.click()
  await atPool()
  await typePassword(password)
  await expect(orders).toBeVisible()
}
