import { UpdateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import type { SignInInput } from 'aws-amplify/auth'
import { expect, test } from './journey.ts'

// Ways of signing in that the page has no use for: it proves a password, and chooses for nobody.

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

const signIn = (page: Page, input: SignInInput) => page.evaluate((given) => window.auth.signIn(given), input)

const confirm = (page: Page, challengeResponse: string) =>
  page.evaluate((given) => window.auth.confirmSignIn({ challengeResponse: given }), challengeResponse)

const signOut = (page: Page) => page.evaluate(() => window.auth.signOut())

/** The name of what is thrown, which does not cross from the page by itself. */
const refusal = (page: Page, input: SignInInput) =>
  page.evaluate(
    (given) =>
      window.auth.signIn(given).then(
        () => undefined,
        ({ name }: Error) => name,
      ),
    input,
  )

test('a password is preferred, sent as it is or proved', async ({ openWith, page, person }) => {
  const { email: username, password } = person
  await openWith({}, 'amplify')
  for (const preferredChallenge of ['PASSWORD', 'PASSWORD_SRP'] as const) {
    const options = { authFlowType: 'USER_AUTH' as const, preferredChallenge }
    expect(await refusal(page, { username, password: 'Wrong-2026', options })).toBe('NotAuthorizedException')
    expect(await refusal(page, { username, options })).toBe('EmptySignInPassword')
    expect(await signIn(page, { username, password, options })).toEqual(done)
    await signOut(page)
  }
})

test('a password is chosen, sent as it is or proved', async ({ openWith, page, person }) => {
  const { email: username, password } = person
  await openWith({}, 'amplify')
  for (const choice of ['PASSWORD', 'PASSWORD_SRP']) {
    const { nextStep } = await signIn(page, { username, options: { authFlowType: 'USER_AUTH' } })
    expect(nextStep).toEqual({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    })
    expect(await confirm(page, choice)).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' },
    })
    expect(await confirm(page, password)).toEqual(done)
    await signOut(page)
  }
})

test('a code is preferred', async ({ openWith, page, person, codeFor }) => {
  await openWith({}, 'amplify')
  const options = { authFlowType: 'USER_AUTH' as const, preferredChallenge: 'EMAIL_OTP' as const }
  expect(await signIn(page, { username: person.email, options })).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
  })
  expect(await confirm(page, await codeFor(person.email))).toEqual(done)
})

test('a password is sent as it is where the client allows it', async ({ openWith, page, ownPool }) => {
  const { email: username, password } = ownPool.hanako
  const options = { authFlowType: 'USER_PASSWORD_AUTH' as const }
  await openWith({}, 'amplify')
  expect(await refusal(page, { username, password, options })).toBe('InvalidParameterException')
  await ownPool.admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId: exampleSeed.userPoolId,
      ClientId: exampleSeed.clientId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  )
  expect(await refusal(page, { username, password: 'Wrong-2026', options })).toBe('NotAuthorizedException')
  expect(await signIn(page, { username, password, options })).toEqual(done)
})

test('a custom sign-in without SRP takes no password', async ({ openWith, page, person }) => {
  const { email: username, password } = person
  await openWith({}, 'amplify')
  const options = { authFlowType: 'CUSTOM_WITHOUT_SRP' as const }
  expect(await refusal(page, { username, password, options })).toBe('CustomAuthSignInPassword')
})
