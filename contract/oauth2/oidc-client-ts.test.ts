import {
  ErrorResponse,
  type INavigator,
  InMemoryWebStorage,
  UserManager,
  type UserManagerSettings,
  WebStorageStateStore,
} from 'oidc-client-ts'
import { expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { present } from '../target.ts'
import { Browser } from './browser.ts'
import { callback, provided, register, signedOut, signIn } from './relying-party.ts'

// oidc-client-ts, in Node: of a page's window it needs where to keep things, and who goes to an address.

const provider = provided()

/** An application in one page, whose window is the browser. */
async function application(settings: Partial<UserManagerSettings> = {}, client = {}) {
  const { clientId } = await register(provider(), client)
  const browser = new Browser(provider().domain)
  const store = () => new WebStorageStateStore({ store: new InMemoryWebStorage() })
  let address = ''
  const window: INavigator = {
    prepare: async () => ({
      async navigate({ url }) {
        address = url
        return { url }
      },
      close() {},
    }),
    callback: async () => {},
  }
  const manager = new UserManager(
    {
      authority: provider().issuer,
      client_id: clientId,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid email',
      automaticSilentRenew: false,
      monitorSession: false,
      userStore: store(),
      stateStore: store(),
      ...settings,
    },
    window,
  )
  return { clientId, browser, manager, address: () => address }
}

test('signs somebody in by redirect, loads userInfo, and renews the tokens', async () => {
  const { clientId, manager, address } = await application({ loadUserInfo: true })
  await manager.signinRedirect({ state: { backTo: '/cart' } })
  const user = present(await manager.signinCallback((await signIn(provider(), address())).href))
  const { sub, email } = provider().person
  expect(user.profile).toMatchObject({ sub, email, aud: clientId, username: sub })
  expect(user.state).toEqual({ backTo: '/cart' })
  expect(user.expired).toBe(false)

  const renewed = present(await manager.signinSilent())
  expect(renewed.access_token).not.toBe(user.access_token)
  expect(renewed.refresh_token).toBe(user.refresh_token)
  expect((await manager.getUser())?.access_token).toBe(renewed.access_token)
})

test('takes the rotated refresh token for the next renewal', async () => {
  const { manager, address } = await application(
    {},
    {
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    },
  )
  await manager.signinRedirect()
  const user = present(await manager.signinCallback((await signIn(provider(), address())).href))
  const seen = [user, await manager.signinSilent(), await manager.signinSilent()]
  expect(new Set(seen.map((each) => each?.refresh_token)).size).toBe(3)
})

test('revokes its refresh token, and with it what came of the sign-in', async () => {
  const { manager, address } = await application({ revokeTokenTypes: ['refresh_token'] })
  await manager.signinRedirect()
  const { refresh_token } = present(await manager.signinCallback((await signIn(provider(), address())).href))
  await manager.revokeTokens()
  await manager.storeUser(
    Object.assign(present(await manager.getUser()), { refresh_token: present(refresh_token) }),
  )
  const refused = await refusal(manager.signinSilent(), ErrorResponse)
  expect(refused.error).toBe('invalid_grant')
})

test('signs out by the parameters that Cognito knows', async () => {
  const { browser, clientId, manager, address } = await application()
  await manager.signinRedirect()
  await manager.signinCallback((await signIn(provider(), address(), browser)).href)
  await manager.signoutRedirect({ extraQueryParams: { client_id: clientId, logout_uri: signedOut } })
  expect((await browser.visit(address())).url.href).toBe(signedOut)
  expect(await manager.getUser()).toBeNull()
  await manager.signinRedirect()
  expect((await browser.visit(address())).url.pathname).toBe('/login')
})

test('is told by its own error what the pool refuses', async () => {
  const { browser, manager, address } = await application({ scope: 'openid phone' })
  await manager.signinRedirect()
  const { url } = await browser.visit(address())
  const refused = await refusal(manager.signinCallback(url.href), ErrorResponse)
  expect(refused.error).toBe('invalid_scope')
})

test('is told that nobody is signed in, where it asks without a page', async () => {
  const { browser, manager, address } = await application()
  await manager.signinRedirect({ prompt: 'none' })
  const { url } = await browser.visit(address())
  const refused = await refusal(manager.signinCallback(url.href), ErrorResponse)
  expect(refused.error).toBe('login_required')
})
