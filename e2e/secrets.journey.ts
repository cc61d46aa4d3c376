import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { BrowserContext, Page } from '@playwright/test'
import { root } from '../scripts/run.ts'
import { offerAll, say, scan } from './account-page.ts'
import { entrance } from './entrance.ts'
import { expect, latestFor, test } from './journey.ts'

const cli = join(root, 'packages/local-user-pool/src/doors/cli.ts')

/** The local user pool as a process of its own, with all that it says. */
async function startPool(endpoint: string) {
  const child = spawn(process.execPath, [cli, '--json', '--port', '0', '--endpoint', endpoint])
  let said = ''
  const ready = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
      const url = /"event":"ready","url":"([^"]+)"/.exec(said)?.[1]
      if (url) ready.resolve(url)
    })
  }
  const ended = once(child, 'exit')
  void ended.then(() => ready.reject(new Error(said)))
  return {
    url: await ready.promise,
    said: () => said,
    async close() {
      child.kill()
      await ended
    },
  }
}

/** Everything that is in use to let somebody in: what is typed, and what the pool answers. */
function collectSecrets(context: BrowserContext) {
  const secrets = new Set<string>()
  const reading: Promise<void>[] = []
  context.on('response', (response) => {
    if (!response.request().headers()['x-amz-target']) return
    reading.push(
      response.text().then((text) => {
        const named = /"(AccessToken|IdToken|RefreshToken|Session|SecretCode|SECRET_BLOCK)":"([^"]+)"/g
        for (const [, , secret] of text.matchAll(named)) if (secret) secrets.add(secret)
      }),
    )
  })
  return {
    add(secret: string) {
      secrets.add(secret)
      return secret
    },
    async foundIn(said: string) {
      await Promise.all(reading)
      // A code is found where its digits are no part of a longer number.
      const found = (secret: string) =>
        /^\d+$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(said) : said.includes(secret)
      expect(secrets.size).toBeGreaterThan(3)
      return [...secrets].flatMap((secret) =>
        found(secret) || found(encodeURIComponent(secret)) ? [`${secret.slice(0, 12)}…`] : [],
      )
    },
  }
}

/** What a browser tells others of a page, and what it writes down: addresses, `Referer`, titles, the console. */
async function collectTold(context: BrowserContext) {
  const told: string[] = []
  await context.exposeBinding('tell', (_source, what: string) => told.push(what))
  await context.addInitScript(() => {
    const { tell } = window as unknown as { tell: (what: string) => void }
    new MutationObserver(() => tell(document.title)).observe(document, { childList: true, subtree: true })
    const note = (state: unknown, address: unknown) => tell(`${JSON.stringify(state)} ${address}`)
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name].bind(history)
      history[name] = (state, unused, address) => {
        note(state, address)
        original(state, unused, address)
      }
    }
  })
  context.on('request', (request) => told.push(request.url(), request.headers().referer ?? ''))
  context.on('console', (message) => told.push(message.text()))
  context.on('weberror', (thrown) => told.push(String(thrown.error().stack)))
  return () => told.join('\n')
}

/** All that a browser keeps for a page, and all that the page shows. */
async function keptBy(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const inputs = [...document.querySelectorAll('input')].map(({ value }) => value)
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      databases,
      await caches.keys(),
      document.cookie,
      document.documentElement.outerHTML,
      inputs,
      window.name,
      history.state,
      window.navigation.entries().map(({ url }) => url),
    ])
  })
  return `${kept}${JSON.stringify(await page.context().cookies())}`
}

test('no password, token or code is in an address, a title, a log or what is left after signing out', async ({
  page,
  context,
  places,
  newEmail,
  expectedErrors,
}) => {
  test.slow()
  expectedErrors.push(/ERR_FAILED|ERR_CONNECTION/)
  const pool = await startPool(places.pool)
  // The page was built for the address of the shared pool.
  await context.route(`${places.pool}/**`, (route) =>
    route.continue({ url: route.request().url().replace(places.pool, pool.url) }),
  )
  const admin = new CognitoIdentityProviderClient({
    endpoint: pool.url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const secrets = collectSecrets(context)
  const told = await collectTold(context)
  const codeFor = async (email: string) =>
    secrets.add(await latestFor(email, (path) => fetch(pool.url + path)))
  const { open, button, field, heading, password, signIn, status, text } = entrance(page)
  try {
    await offerAll({ admin })
    const email = newEmail()
    const first = secrets.add('Hajimete-no-2026')
    const second = secrets.add('Tsugi-no-kagi-2027')
    const wrong = secrets.add('Chigau-kagi-2028')
    const other = await context.newPage()
    await other.goto('/icon.svg')
    await other.evaluate((name) => {
      const heard: unknown[] = []
      Object.assign(window, { heard })
      new BroadcastChannel(name).addEventListener('message', ({ data }) => heard.push(data))
    }, 'genkan.genkanlocalclient000000000')

    // Sign-up, and in by it.
    await open()
    await button(text.signUp).click()
    await expect(heading(text.signUp)).toBeFocused()
    await field(text.email).fill(email)
    await password().fill(first)
    await field(text.name).fill('佐藤 葵')
    await button(text.submitSignUp).click()
    await expect(heading(text.confirmTitle)).toBeFocused()
    const code = await codeFor(email)
    await field(text.code).fill(secrets.add(code === '000000' ? '000001' : '000000'))
    await button(text.confirm).click()
    await expect(entrance(page).alert).toBeVisible()
    await field(text.code).fill(code)
    await button(text.confirm).click()
    await expect(heading(text.signedIn)).toBeFocused()

    // A second factor, and in by it after a wrong password.
    await button(say.account).click()
    await button(say.turnOn(say.choices.TOTP)).click()
    const totp = await scan(page)
    secrets.add(totp.secret.base32)
    await field(text.mfaCode).fill(secrets.add(totp.generate()))
    await button(say.addApp).click()
    await expect(page.getByText(say.appAdded)).toBeVisible()
    await button(text.signOut).click()
    await expect(heading(text.signIn)).toBeVisible()
    expect(await secrets.foundIn(await keptBy(page))).toEqual([])
    // The app shows each code once.
    await fetch(`${pool.url}/_local/clock`, { method: 'PUT', body: JSON.stringify({ advance: 60 }) })
    await signIn({ email, password: wrong })
    await expect(entrance(page).alert).toContainText(text.incorrect)
    await signIn({ email, password: first })
    await expect(heading(text.mfaCodeTitle)).toBeFocused()
    await field(text.mfaCode).fill(secrets.add(totp.generate({ timestamp: Date.now() + 60_000 })))
    await button(text.verify).click()
    await expect(heading(text.signedIn)).toBeVisible()
    await page.getByText(text.idToken).click()
    expect((await secrets.foundIn(await keptBy(page))).length).toBeGreaterThan(2)
    await page.reload()
    await expect(heading(text.signedIn)).toBeVisible()

    // Out, although nobody answers.
    await context.route(`${places.pool}/`, (route) => route.abort())
    await button(text.signOut).click()
    await expect(heading(text.signIn)).toBeVisible()
    await expect(status).toContainText('ログアウトしました。')
    expect(await secrets.foundIn(await keptBy(page))).toEqual([])
    expect(await keptBy(page)).not.toContain(email)
    await context.unroute(`${places.pool}/`)

    // Another password.
    await field(text.email).fill(email)
    await button(text.forgot).click()
    await button('確認コードを送信').click()
    await expect(heading(text.resetTitle)).toBeFocused()
    await field(text.code).fill(await codeFor(email))
    await password(text.newPassword).fill(second)
    await button('パスワードを再設定').click()
    await expect(heading(text.signIn)).toBeVisible()
    expect(await secrets.foundIn(await keptBy(page))).toEqual([])

    const heard = await other.evaluate(() =>
      JSON.stringify((window as unknown as { heard: unknown[] }).heard),
    )
    expect(heard).toContain('signedIn')
    const requests = await (await fetch(`${pool.url}/_local/requests`)).text()
    expect(requests).toContain('ConfirmForgotPassword')
    expect(pool.said()).toContain('ConfirmForgotPassword')
    for (const [where, said] of Object.entries({
      'told by the browser': told(),
      'told to other tabs': heard,
      'the list of requests': requests,
      'the output of the pool': pool.said(),
    })) {
      expect(await secrets.foundIn(said), where).toEqual([])
    }
  } finally {
    admin.destroy()
    await pool.close()
  }
})
