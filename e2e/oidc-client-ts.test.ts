import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed, type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import type { UserManagerSettings } from 'oidc-client-ts'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { trustArgument } from './trust.ts'

// A page of another origin, where CORS holds: the library as it is published for <script>.

const script = join(
  dirname(fileURLToPath(import.meta.resolve('oidc-client-ts/package.json'))),
  'dist/browser/oidc-client-ts.js',
)
const { userPoolId: UserPoolId } = exampleSeed
const [{ email, password }] = exampleSeed.users as [(typeof exampleSeed.users)[number]]

let pool: RunningLocalUserPool
let settings: UserManagerSettings
const site = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Application</title>'),
)

beforeAll(async () => {
  pool = await startLocalUserPool({ port: 0, https: { port: 0 }, seed: exampleSeed })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const callback = `http://localhost:${(site.address() as AddressInfo).port}/callback`
  const admin = new CognitoIdentityProviderClient({
    region: 'ap-northeast-1',
    endpoint: pool.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'page',
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      CallbackURLs: [callback],
      SupportedIdentityProviders: ['COGNITO'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  admin.destroy()
  settings = {
    authority: `${pool.url}/${UserPoolId}`,
    client_id: UserPoolClient?.ClientId ?? '',
    redirect_uri: callback,
    scope: 'openid email',
    loadUserInfo: true,
    revokeTokenTypes: ['refresh_token'],
  }
})
afterAll(async () => {
  site.close()
  await pool.close()
})

test('a page signs somebody in, asks userInfo, renews and revokes, all by its own script', async () => {
  const browser = await startChromium(trustArgument(pool.authority().certificate))
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(settings.redirect_uri)
  await page.addScriptTag({ path: script })
  // The page is left before the promise settles.
  await page.evaluate((given) => void new oidc.UserManager(given).signinRedirect(), settings)
  await page.locator('[name=username]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.locator('[name=password]').press('Enter')
  await page.waitForURL(/\/callback\?code=/)

  await page.addScriptTag({ path: script })
  const told = await page.evaluate(async (given) => {
    const manager = new oidc.UserManager(given)
    const user = await manager.signinCallback()
    const renewed = await manager.signinSilent()
    await manager.revokeTokens()
    return { profile: user?.profile, isNew: renewed?.access_token !== user?.access_token }
  }, settings)
  // `username` is what userInfo alone says.
  expect(told).toMatchObject({ profile: { email, username: expect.any(String) }, isNew: true })
})

declare const oidc: typeof import('oidc-client-ts')
