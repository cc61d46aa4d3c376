import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { createLocalUserPool, exampleSeed, type Triggers } from '@genkan/local-user-pool'
import { requestHandlerOf } from '@genkan/local-user-pool/aws-sdk'
import { serveLocalUserPool } from '@genkan/local-user-pool/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { noteExercised } from './exercised.ts'
import type { Places } from './setup.ts'
import type { ownPages } from './sites.ts'

export { expect }

/** Somebody who signs in, with an address that nobody else in the run has. */
export interface Person {
  readonly email: string
  readonly password: string
}

interface Fixtures {
  readonly places: Places
  /** The pool, as an administrator speaks to it. */
  readonly admin: CognitoIdentityProviderClient
  /** An address of nobody yet. */
  readonly newEmail: () => string
  /** A user who has confirmed and knows the password. */
  readonly person: Person
  /** The latest code that was sent to the address. */
  readonly codeFor: (email: string) => Promise<string>
  /** The triggers of `ownPool`: none, unless a file says so by `test.use`. */
  readonly triggers: Triggers
  /**
   * Puts a pool of the journey's own behind the address of the shared one, for journeys in which time passes. It has
   * the seed and nobody else; its clock goes on when told to, and its settings are the journey's own.
   */
  readonly ownPool: {
    readonly hanako: Person
    /** This pool, as an administrator speaks to it. */
    readonly admin: CognitoIdentityProviderClient
    /** Puts it behind the address for another browser, too. */
    serve(to: BrowserContext): Promise<unknown>
    wait(time: { minutes?: number; seconds?: number }): void
    /** Holds its clock still; `wait` still moves it. */
    stopClock(): void
    /** The time that its clock shows. */
    now(): number
    codeFor(email: string): Promise<string>
    /** From now on these faults strike, and no others: see docs/faults.md. */
    strike(...faults: readonly object[]): Promise<void>
  }
  /**
   * Opens the journeys' own page on the pool: the entrance with these settings of `SignInConfiguration`, the page on
   * which journeys call Amplify itself, as `window.auth`, or Amplify UI's Authenticator with these settings of Amplify.
   */
  readonly openWith: (
    settings: Readonly<Record<string, unknown>>,
    file?: (typeof ownPages)[number],
    tab?: Page,
  ) => Promise<void>
  /** Errors that the console of the page may show in this journey, because it provokes them. */
  readonly expectedErrors: RegExp[]
}

export const password = 'Genkan-2026'

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
  places: async ({}, use) => {
    await use(JSON.parse(process.env.GENKAN_PLACES ?? '{}'))
  },
  baseURL: async ({ places }, use) => {
    await use(places.page)
  },
  admin: async ({ places }, use) => {
    const local = {
      endpoint: places.pool,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }
    // On AWS, whatever the environment says.
    const client = new CognitoIdentityProviderClient(process.env.TARGET === 'aws' ? {} : local)
    await use(client)
    client.destroy()
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  newEmail: async ({}, use) => {
    const name = () => crypto.randomUUID().slice(0, 13)
    // Amazon's own mailbox for trials: what is sent there arrives, and nobody reads it.
    const onAws = () => `success+${name()}@simulator.amazonses.com`
    await use(process.env.TARGET === 'aws' ? onAws : () => `${name()}@example.com`)
  },
  person: async ({ admin, newEmail, places }, use) => {
    const email = newEmail()
    await admin.send(
      new AdminCreateUserCommand({
        UserPoolId: places.userPoolId,
        Username: email,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: '山田 花子' },
        ],
      }),
    )
    await admin.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: places.userPoolId,
        Username: email,
        Password: password,
        Permanent: true,
      }),
    )
    await use({ email, password })
  },
  codeFor: async ({ places }, use) => {
    await use((email) => latestFor(email, (path) => fetch(places.pool + path)))
  },
  triggers: [{}, { option: true }],
  ownPool: async ({ context, places, triggers }, use) => {
    let ahead = 0
    let stoppedAt: number | undefined
    const now = () => (stoppedAt ?? Date.now()) + ahead
    const pool = createLocalUserPool({
      seed: exampleSeed,
      endpoint: places.pool,
      clock: now,
      triggers,
    })
    const serve = (to: BrowserContext) => serveLocalUserPool(to, pool)
    await serve(context)
    const own = new CognitoIdentityProviderClient({
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: requestHandlerOf(pool),
    })
    await use({
      hanako: { email: 'hanako@example.com', password },
      admin: own,
      serve,
      wait: ({ minutes = 0, seconds = 0 }) => {
        ahead += (minutes * 60 + seconds) * 1000
      },
      stopClock: () => {
        stoppedAt = Date.now()
      },
      now,
      async strike(...faults) {
        const request = { method: 'PUT', body: JSON.stringify(faults) }
        const { status } = await pool.fetch(new Request(`${places.pool}/_local/faults`, request))
        expect(status).toBe(200)
      },
      codeFor: (email) => latestFor(email, (path) => pool.fetch(new Request(places.pool + path))),
    })
    own.destroy()
    pool.close()
  },
  openWith: async ({ page, places }, use) => {
    await use(async (settings, file = 'entrance', tab = page) => {
      const configuration = {
        userPoolId: exampleSeed.userPoolId,
        userPoolClientId: exampleSeed.clientId,
        userPoolEndpoint: places.pool,
        userAttributes: { name: { required: true } },
        ...settings,
      }
      const query = new URLSearchParams({ configuration: JSON.stringify(configuration) })
      await tab.goto(`${places.ownPage}/${file}.html?${query}`)
    })
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  expectedErrors: async ({}, use) => {
    await use([])
  },
  // Every journey also fails by an error in the console of any of its tabs, or one that a page did not catch.
  context: async ({ context, expectedErrors }, use, testInfo) => {
    await noteExercised(context, testInfo)
    const errors = collectErrors(context)
    await use(context)
    expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([])
  },
})

/** Makes a tab hear nothing of the others, like one that is frozen. Before it opens its page. */
export async function deafen(tab: Page): Promise<void> {
  await tab.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel')
    window.addEventListener('storage', (event) => event.stopImmediatePropagation())
  })
}

/** Waits for the mail, as its reader does; of several the latest counts. */
export async function latestFor(email: string, get: (path: string) => Promise<Response>): Promise<string> {
  const latest = async () => {
    const response = await get(`/_local/inbox?to=${encodeURIComponent(email)}`)
    const { items } = (await response.json()) as { items: { secret: string }[] }
    return items[0]?.secret ?? ''
  }
  await expect.poll(latest, { message: `Nothing was sent to ${email}.` }).not.toBe('')
  return latest()
}

function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('weberror', (thrown) => errors.push(thrown.error().message))
  context.on('console', (message) => {
    // An answer of 400 is how Cognito refuses; the browser itself writes it to the console.
    const isRefusal = /Failed to load resource: the server responded with a status of 400/.test(
      message.text(),
    )
    if (message.type() === 'error' && !isRefusal) errors.push(message.text())
  })
  return errors
}
