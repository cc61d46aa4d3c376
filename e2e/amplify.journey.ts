import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { expect, password, test } from './journey.ts'

// What the entrance has no use for: Amplify itself, called in the same browser.

/** Signs up and confirms; answers the address. */
async function signedUp(
  page: Page,
  email: string,
  codeFor: (email: string) => Promise<string>,
  autoSignIn: boolean,
) {
  const begun = await page.evaluate(
    ([username, password, autoSignIn]) =>
      window.auth.signUp({
        username,
        password,
        options: { userAttributes: { email: username, name: '佐藤 葵' }, autoSignIn },
      }),
    [email, password, autoSignIn] as const,
  )
  expect(begun.nextStep.signUpStep).toBe('CONFIRM_SIGN_UP')
  const code = await codeFor(email)
  return page.evaluate(
    ([username, confirmationCode]) => window.auth.confirmSignUp({ username, confirmationCode }),
    [email, code] as const,
  )
}

test.beforeEach(({ openWith }) => openWith({}, 'amplify'))

test('signs up, and is done where nobody asked to be signed in', async ({ page, newEmail, codeFor }) => {
  expect(await signedUp(page, newEmail(), codeFor, false)).toEqual({
    isSignUpComplete: true,
    nextStep: { signUpStep: 'DONE' },
  })
})

test('signs up and is signed in by the same password', async ({ page, newEmail, codeFor }) => {
  const { nextStep } = await signedUp(page, newEmail(), codeFor, true)
  expect(nextStep).toEqual({ signUpStep: 'COMPLETE_AUTO_SIGN_IN' })
  expect(await page.evaluate(() => window.auth.autoSignIn())).toMatchObject({ isSignedIn: true })
})

test('tells who is signed in, and nobody before that', async ({ page, person }) => {
  const before = await page.evaluate(async () => ({
    tokens: (await window.auth.fetchAuthSession()).tokens ?? 'none',
    user: await window.auth.getCurrentUser().catch(({ name }: Error) => name),
  }))
  expect(before).toEqual({ tokens: 'none', user: 'UserUnAuthenticatedException' })

  const after = await page.evaluate(async ({ email: username, password }) => {
    await window.auth.signIn({ username, password })
    const { tokens } = await window.auth.fetchAuthSession()
    const { userId, signInDetails } = await window.auth.getCurrentUser()
    const { payload } = window.auth.decodeJWT(String(tokens?.idToken))
    return { userId, loginId: signInDetails?.loginId, sub: payload.sub, email: payload.email }
  }, person)
  expect(after).toEqual({ userId: after.sub, loginId: person.email, sub: after.sub, email: person.email })
  expect(after.sub).toMatch(/^[0-9a-f-]{36}$/)
})

test('changes several attributes at once; a new address waits for its code', async ({
  page,
  person,
  newEmail,
  codeFor,
}) => {
  const email = newEmail()
  const changed = await page.evaluate(
    async ([{ email: username, password }, email]) => {
      await window.auth.signIn({ username, password })
      const several = await window.auth.updateUserAttributes({
        userAttributes: { name: '佐藤 葵', nickname: 'あおい' },
      })
      const one = await window.auth.updateUserAttribute({
        userAttribute: { attributeKey: 'nickname', value: 'aoi' },
      })
      const address = await window.auth.updateUserAttribute({
        userAttribute: { attributeKey: 'email', value: email },
      })
      return { several, one, address, attributes: await window.auth.fetchUserAttributes() }
    },
    [person, email] as const,
  )
  const done = { isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } }
  expect(changed).toMatchObject({
    several: { name: done, nickname: done },
    one: done,
    address: { isUpdated: false, nextStep: { updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE' } },
    attributes: { name: '佐藤 葵', nickname: 'aoi' },
  })
  const confirmationCode = await codeFor(email)
  const confirmed = await page.evaluate(async (confirmationCode) => {
    await window.auth.confirmUserAttribute({ userAttributeKey: 'email', confirmationCode })
    return window.auth.fetchUserAttributes()
  }, confirmationCode)
  expect(confirmed).toMatchObject({ email, email_verified: 'true' })
})

test('resets a password, and is done', async ({ page, person, codeFor }) => {
  const { nextStep } = await page.evaluate(
    ({ email }) => window.auth.resetPassword({ username: email }),
    person,
  )
  expect(nextStep.resetPasswordStep).toBe('CONFIRM_RESET_PASSWORD_WITH_CODE')
  const confirmationCode = await codeFor(person.email)
  const newPassword = 'Genkan-2027'
  const signedIn = await page.evaluate(
    async ([{ email: username }, confirmationCode, newPassword]) => {
      await window.auth.confirmResetPassword({ username, confirmationCode, newPassword })
      return window.auth.signIn({ username, password: newPassword })
    },
    [person, confirmationCode, newPassword] as const,
  )
  expect(signedIn.isSignedIn).toBe(true)
})

test('sets out for the pool’s own sign-in page with a proof key and no secret', async ({
  page,
  openWith,
  context,
}) => {
  const domain = 'auth.example.com'
  await context.route(`https://${domain}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Managed login</title>' }),
  )
  const back = new URL(page.url()).origin
  const oauth = {
    domain,
    scopes: ['openid'],
    redirectSignIn: [back],
    redirectSignOut: [back],
    responseType: 'code',
  }
  await openWith({ loginWith: { oauth } }, 'amplify')
  await page.evaluate(() => window.auth.signInWithRedirect())
  await expect(page).toHaveTitle('Managed login')
  const { pathname, searchParams } = new URL(page.url())
  expect(pathname).toBe('/oauth2/authorize')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: exampleSeed.clientId,
    redirect_uri: back,
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^\w{32,}$/),
  })
})
