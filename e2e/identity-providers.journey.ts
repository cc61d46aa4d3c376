import {
  CreateIdentityProviderCommand,
  CreateUserPoolClientCommand,
  DuplicateProviderException,
  type IdentityProviderTypeType,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { entrance } from './entrance.ts'
import { test as base, hostedPage, hostedWords } from './hosted-page.ts'
import { expect } from './journey.ts'

const { userPoolId: UserPoolId } = exampleSeed
const words = hostedWords.ja

/** The providers of the journeys, by what the entrance calls them. */
const providers = [
  { label: 'Google', name: 'Google', type: 'Google', oauth: 'Google' },
  { label: 'Amazon', name: 'LoginWithAmazon', type: 'LoginWithAmazon', oauth: 'Amazon' },
  { label: 'MyCompany', name: 'MyCompany', type: 'SAML', oauth: { custom: 'MyCompany' } },
] as const satisfies readonly { type: IdentityProviderTypeType; [key: string]: unknown }[]

/** Opens the entrance with an app client that lets people of the providers in. */
const test = base.extend<{ readonly openForProviders: () => Promise<void> }>({
  openForProviders: async ({ admin, here, places, openHosted }, use) => {
    for (const { name, type } of providers) {
      const provider = new CreateIdentityProviderCommand({
        UserPoolId,
        ProviderName: name,
        ProviderType: type,
        ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid email' },
        AttributeMapping: { email: 'email', name: 'name' },
      })
      // Another journey, at the same time or before, may have made it.
      await admin.send(provider).catch((error) => {
        if (!(error instanceof DuplicateProviderException)) throw error
      })
    }
    const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']
    const { UserPoolClient } = await admin.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'providers',
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: scopes,
        CallbackURLs: [here],
        LogoutURLs: [here],
        SupportedIdentityProviders: ['COGNITO', ...providers.map(({ name }) => name)],
      }),
    )
    await use(() =>
      openHosted({
        userPoolClientId: UserPoolClient?.ClientId,
        loginWith: {
          email: true,
          oauth: {
            domain: places.domain,
            scopes,
            redirectSignIn: [here],
            redirectSignOut: [here],
            responseType: 'code',
            providers: providers.map(({ oauth }) => oauth),
          },
        },
      }),
    )
  },
})

/** The page in a provider's place. */
const standIn = (page: Page) => ({
  isOf: (name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} の代わり`),
  async comeBack(person: Readonly<Record<'sub' | 'email' | 'name', string>>) {
    for (const [field, value] of Object.entries(person))
      await page.locator(`[aria-labelledby=somebody] input[name=${field}]`).fill(value)
    await page.getByRole('button', { name: 'この人として戻る' }).click()
  },
  cancel: () => page.getByRole('link', { name: 'キャンセルして戻る' }).click(),
})

/** Somebody whom no other journey has met. */
const somebody = (provider: string) => {
  const sub = `${Date.now()}-${Math.random().toString(36).slice(2)}`
  return { sub, email: `${sub}@${provider.toLowerCase()}.example`, name: '田中 太郎' }
}

for (const { label, name } of providers) {
  test(`somebody of ${label} signs in by a button of the entrance`, async ({
    page,
    here,
    openForProviders,
  }) => {
    const { heading, button, text } = entrance(page)
    const taro = somebody(label)
    await openForProviders()
    await button(`${label} で続ける`).click()
    const provider = standIn(page)
    await provider.isOf(name)
    await isAccessible(page)
    await provider.comeBack(taro)
    await expect(heading(text.signedIn)).toBeVisible()
    await expect(page.getByText(taro.email)).toBeVisible()
    expect(page.url()).toBe(here)
  })
}

test('the hosted page leads to a provider, too', async ({ page, openForProviders }) => {
  const { heading, button, text } = entrance(page)
  await openForProviders()
  await button(words.leave).click()
  await hostedPage(page).shown()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Google でログイン' }).click()
  await standIn(page).comeBack(somebody('Google'))
  await expect(heading(text.signedIn)).toBeVisible()
})

test('whoever cancels at a provider is told so, in front of a form that works', async ({
  page,
  person,
  openForProviders,
}) => {
  const { heading, button, field, text } = entrance(page)
  await openForProviders()
  await button('Google で続ける').click()
  await standIn(page).cancel()
  await expect(page.getByText(words.cancelled)).toBeVisible()
  await field(text.email).fill(person.email)
  await field(text.password).fill(person.password)
  await button(text.signIn).click()
  await expect(heading(text.signedIn)).toBeVisible()
})
