import { exampleSeed } from '@genkan/local-user-pool'
import type { BrowserContext, Page } from '@playwright/test'
import type { Language } from './entrance.ts'
import { test as base, expect, type Person } from './journey.ts'

/** What the entrance says about the hosted page. */
export const hostedWords = {
  ja: {
    leave: '専用のログインページで続ける',
    cancelled: 'ログインは取り消されました。もう一度お試しになるか、ほかの方法でログインしてください。',
    over: 'ログインを完了できませんでした。時間がかかりすぎたか、別のブラウザーで開いたか、すでに使われた可能性があります。お手数ですが、もう一度ログインしてください。',
    trouble: 'サービスで問題が発生しています。',
    network: 'サーバーに接続できません。インターネット接続を確かめて、もう一度お試しください。',
    leaving: 'ログインページへ移動しています...',
    returning: 'ログインを完了しています...',
    signedOut: 'ログアウトしました。',
    everywhere: 'すべての端末からログアウトしました。',
    kept: /専用のログインページには、ログインした状態が残っている可能性があります。/,
  },
  en: {
    leave: 'Continue with the hosted sign-in page',
    cancelled: 'The sign-in was cancelled. You can try again, or sign in another way.',
    over: 'The sign-in could not be finished. It may have taken too long, have been opened in another browser, or have been used already. Please sign in again.',
    trouble: 'The service has a problem.',
    network: 'The server cannot be reached. Check your internet connection and try again.',
    leaving: 'Going to the sign-in page…',
    returning: 'Signing you in…',
    signedOut: 'You are signed out.',
    everywhere: 'You are signed out on all devices.',
    kept: /The hosted sign-in page may still remember you\./,
  },
} as const satisfies Record<Language, unknown>

interface HostedFixtures {
  /** Where the hosted page sends people back to. */
  readonly here: string
  /** Opens the journeys' entrance with a domain, and with these settings besides. */
  readonly openHosted: (settings?: Readonly<Record<string, unknown>>, tab?: Page) => Promise<void>
  /** Has each tab of a context show the entrance with a domain, whenever it is opened. */
  readonly configure: (context: BrowserContext, settings?: Readonly<Record<string, unknown>>) => Promise<void>
}

export const test = base.extend<HostedFixtures>({
  // The browser knows nothing of the pool's authority here; that it can be told is shown in trust.test.ts.
  ignoreHTTPSErrors: true,
  here: async ({ places }, use) => {
    await use(`${places.ownPage}/entrance.html`)
  },
  configure: async ({ places, here }, use) => {
    await use(async (context, settings = {}) => {
      const configuration = {
        userPoolId: exampleSeed.userPoolId,
        userPoolClientId: exampleSeed.clientId,
        userPoolEndpoint: places.pool,
        loginWith: {
          email: true,
          oauth: {
            domain: places.domain,
            scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
            redirectSignIn: [here],
            redirectSignOut: [here],
            responseType: 'code',
          },
        },
        ...settings,
      }
      await context.addInitScript((configuration) => {
        Object.assign(window, { configuration })
      }, configuration)
    })
  },
  openHosted: async ({ page, context, configure, here }, use) => {
    await use(async (settings = {}, tab = page) => {
      await configure(context, settings)
      await tab.goto(here)
    })
  },
})

/** The hosted page as a person uses it. */
export function hostedPage(page: Page) {
  // The entrance has fields of these names, too.
  async function shown() {
    await expect(page).toHaveURL(/^https:\/\/[^/]+\/login\?/)
  }
  return {
    /** Waits until it is there. */
    shown,
    async signIn({ email, password }: Person) {
      await shown()
      const name = page.locator('input[name=username]')
      await name.fill(email)
      await name.press('Enter')
      // The example pool lets people choose how they sign in.
      await page.locator('button[value=PASSWORD]').click()
      const field = page.locator('input[name=password]')
      await field.fill(password)
      await field.press('Enter')
    },
  }
}

/** Every address of the site that the tab's history has, with where it is now. */
export function addressesOf(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => window.navigation.entries().map(({ url }) => url))
}
