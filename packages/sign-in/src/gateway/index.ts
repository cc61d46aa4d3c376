import { Amplify } from '@aws-amplify/core'
import * as auth from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { authFlowTypeOf, type SignInConfiguration } from '../configuration'
import { type Cause, causeOf } from '../failures/cause'
import { type Failure, failureOf } from '../failures/failure'
import { createLockout } from '../failures/lockout'
import { maskedEmail } from '../fields/email'
import type { Notice, Outcome } from '../machine'
import { offeredFactors } from '../screens/screen'
import type { TokenStorage } from '../session/token-storage'
import type { Step } from '../step'
import { createDeviceDoubt } from './device-doubt'
import type { RedirectOptions } from './hosted-page'
import { oauthFor } from './redirect'
import { createSessionGateway } from './session'

/** E-mail address and password; the password is left out where it is not what the sign-in begins with. */
export interface Credentials {
  readonly username: string
  readonly password?: string
}

interface ConfirmSignInOptions {
  readonly username: string
  readonly userAttributes?: Record<string, string>
  readonly expiresAt?: number | undefined
}

/**
 * This folder alone calls functions of aws-amplify/auth. It carries 38 kB of Amplify, so it is imported dynamically
 * after the first paint; everything else takes its types only. What only somebody who is signed in does to their
 * account is in account.ts, which comes with the account page.
 */
export type Gateway = ReturnType<typeof createGateway>

/** How long Cognito keeps a challenge unless the app client says otherwise (`AuthSessionValidity`), and Amplify always. */
const challengeTime = 3 * 60 * 1000

/** What there is besides where the pool has a hosted page. */
type HostedPage = typeof import('./hosted-page')

/** Configures Amplify, whose tokens are kept where `tokens` says. */
export function createGateway(
  configuration: SignInConfiguration,
  tokens: TokenStorage,
  hostedPage: HostedPage | undefined,
) {
  const { authFlowType: _, session: __, api: ___, passwordless, ...cognito } = configuration
  const authFlowType = authFlowTypeOf(configuration)
  // What is preferred goes along with each call instead: nothing in a call takes it back.
  const { preferredChallenge, ...factors } = passwordless ?? {}
  const { loginWith = {} } = cognito
  const { oauth } = loginWith
  const back = hostedPage?.returnFromHostedPage(configuration)
  const Auth = {
    Cognito: {
      ...cognito,
      ...(oauth && { loginWith: { ...loginWith, oauth: oauthFor(oauth, window.location.href) } }),
      ...(passwordless && { passwordless: factors }),
    },
  }
  // That of aws-amplify would bring identity pools and cookies along; this one has to be told whose tokens they are.
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth)
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } })
  const lockout = createLockout(Date.now)
  const doubtingDevice = createDeviceDoubt(tokens)
  const session = createSessionGateway(configuration, tokens)

  async function signedIn(): Promise<Outcome> {
    const found = await session.fetchSession()
    return found.session
      ? { to: 'signedIn', session: found.session }
      : refused({ name: 'NoSessionFoundException', message: '' })
  }

  async function afterSignIn(
    { nextStep }: auth.SignInOutput,
    username: string | undefined,
    expiresAt = Date.now() + challengeTime,
  ): Promise<Outcome> {
    const { signInStep: name, ...details } = nextStep
    if (name === 'DONE') {
      if (username) lockout.succeeded(username)
      return signedIn()
    }
    if (name === 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION') {
      const [only, ...others] = offeredFactors(nextStep.availableChallenges ?? [])
      // Nobody is asked to choose where there is nothing to choose.
      if (only && others.length === 0) {
        return afterSignIn(await auth.confirmSignIn({ challengeResponse: only }), username, expiresAt)
      }
    }
    const isChallenge = /^CON(FIRM|TINUE)_SIGN_IN_/.test(name)
    const known = { ...(username && { username }), ...(isChallenge && { expiresAt }) }
    // The compiler cannot see that name and details still belong together once they are apart.
    return step({ ...details, name, ...known } as Step)
  }

  /** Counts what was wrong, as Cognito does, and adds how long to wait where that can be known. */
  function counted(thrown: unknown, { username, password }: Credentials): Failure {
    const failure = failureOf(thrown)
    const cause = causeOf(failure)
    // Cognito has the words of a wrong password for it also where none was asked for.
    if (cause === 'incorrect' && password === undefined) return { ...failure, ...notIdentified }
    if (countedCauses.includes(cause)) lockout.failed(username)
    const waitSeconds = cause === 'attemptsExceeded' ? lockout.secondsLeft(username) : undefined
    return waitSeconds === undefined ? failure : { ...failure, waitSeconds }
  }

  async function signInOnce(
    credentials: Credentials,
    preferred: typeof preferredChallenge,
  ): Promise<auth.SignInOutput> {
    await session.left()
    // Who has given a password has chosen it.
    const isChosen = authFlowType === 'USER_AUTH' && credentials.password !== undefined
    const first = isChosen ? 'PASSWORD_SRP' : preferred
    return auth.signIn({
      ...credentials,
      options: { authFlowType, ...(first && { preferredChallenge: first }) },
    })
  }

  /**
   * Begins again for somebody whose preferred passkey has failed, so that they can choose another way: Amplify has
   * forgotten by then what else there was. A sign-in that failed for another reason fails once more.
   */
  async function withoutPasskey(username: string, failure: Failure): Promise<Outcome> {
    try {
      const outcome = await afterSignIn(await signInOnce({ username }, undefined), username)
      return outcome.to === 'step' ? { ...outcome, failure } : outcome
    } catch (thrown) {
      return refused(counted(thrown, { username }))
    }
  }

  return {
    signIn: (credentials: Credentials) =>
      answered(async () => {
        const { username } = credentials
        try {
          const begin = () => doubtingDevice(credentials, () => signInOnce(credentials, preferredChallenge))
          const output = await begin().catch(async (thrown: unknown) => {
            if (failureOf(thrown).name !== 'UserAlreadyAuthenticatedException') throw thrown
            // Another tab signed in meanwhile. The same person is simply in; anyone else starts afresh on this device.
            if ((await session.fetchSession()).session?.username === username) return alreadyIn
            await session.signOut({})
            return begin()
          })
          return await afterSignIn(output, username)
        } catch (thrown) {
          const failure = counted(thrown, credentials)
          return preferredChallenge === 'WEB_AUTHN' && credentials.password === undefined
            ? withoutPasskey(username, failure)
            : refused(failure)
        }
      }),

    /** Leaves for the hosted page; the answer is for whoever comes back without having signed in. */
    signInWithRedirect: (options: RedirectOptions) =>
      answered(async () => {
        const { username } = options
        const leave = async () => hostedPage?.signInAtHostedPage(configuration.userPoolClientId, options)
        try {
          await session.left()
          await leave()
        } catch (thrown) {
          if (failureOf(thrown).name !== 'UserAlreadyAuthenticatedException') throw thrown
          // Somebody has signed in in another tab: here they are.
          const outcome = await signedIn()
          if (outcome.to === 'signedIn') return outcome
          await leave()
        }
        return step({ name: 'SIGN_IN', ...(username && { username }) })
      }),

    /** How a sign-in by the hosted page has ended, whose answer was in the address when the page was opened. */
    async returned(): Promise<Outcome | undefined> {
      const end = await back
      return end === 'signedIn' ? answered(signedIn) : end && refused(end.failure)
    },

    /** Answers the challenge under way. `expiresAt` is for an answer that Cognito does not see: its time goes on. */
    confirmSignIn: (
      challengeResponse: string,
      { username, userAttributes = {}, expiresAt }: ConfirmSignInOptions,
    ) =>
      answered(async () => {
        try {
          const output = await auth.confirmSignIn({ challengeResponse, options: { userAttributes } })
          return await afterSignIn(output, username, expiresAt)
        } catch (thrown) {
          const failure = counted(thrown, { username })
          // It may be the proof of a device, which follows a code in some pools: the next sign-in goes without.
          if (failure.message === notIdentified.message) tokens.setDevicesAside()
          return refused(failure)
        }
      }),

    signUp: (credentials: Credentials, userAttributes: Record<string, string>) =>
      answered(async () => {
        const { username } = credentials
        const { nextStep } = await auth.signUp({
          ...credentials,
          options: { userAttributes: { email: username, ...userAttributes }, autoSignIn: { authFlowType } },
        })
        if (nextStep.signUpStep !== 'CONFIRM_SIGN_UP') return signInAfterSignUp(username)
        const { codeDeliveryDetails } = nextStep
        return step({ name: 'CONFIRM_SIGN_UP', codeDeliveryDetails, username })
      }),

    confirmSignUp: (username: string, confirmationCode: string) =>
      answered(async () => {
        const { nextStep } = await auth.confirmSignUp({ username, confirmationCode })
        if (nextStep.signUpStep === 'COMPLETE_AUTO_SIGN_IN') return signInAfterSignUp(username)
        return step({ name: 'SIGN_IN', username }, 'signUpConfirmed')
      }),

    resendSignUpCode: (username: string) =>
      answered(async () => {
        const codeDeliveryDetails = await auth.resendSignUpCode({ username })
        return step({ name: 'CONFIRM_SIGN_UP', codeDeliveryDetails, username }, 'codeSent')
      }),

    resetPassword: (username: string, notice?: Notice) =>
      answered(async () => {
        const codeDeliveryDetails = await auth.resetPassword({ username }).then(
          ({ nextStep }) => nextStep.codeDeliveryDetails,
          (thrown: unknown) => {
            // A pool that tells who has no account would tell it here; the page answers as for everybody else.
            if (failureOf(thrown).name !== 'UserNotFoundException') throw thrown
            return { destination: maskedEmail(username) }
          },
        )
        return step({ name: 'CONFIRM_RESET_PASSWORD_WITH_CODE', codeDeliveryDetails, username }, notice)
      }),

    confirmResetPassword: (username: string, confirmationCode: string, newPassword: string) =>
      answered(async () => {
        await auth.confirmResetPassword({ username, confirmationCode, newPassword })
        return step({ name: 'SIGN_IN', username }, 'passwordReset')
      }),

    fetchSession: session.fetchSession,
    signOut: session.signOut,
  }

  async function signInAfterSignUp(username: string): Promise<Outcome> {
    // The account is there, whatever happens to this sign-in: failing here must not look like a failed sign-up.
    return auth.autoSignIn().then(
      (output) => afterSignIn(output, username),
      () => step({ name: 'SIGN_IN', username }, 'signUpConfirmed'),
    )
  }
}

/** What counts towards Cognito's lockout. */
const countedCauses: readonly Cause[] = ['incorrect', 'mfaCodeMismatch', 'totpMismatch', 'passkeyRefused']

const notIdentified: Failure = { name: 'SignInException', message: 'The sign-in was refused.' }

const alreadyIn: auth.SignInOutput = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

function step(to: Step, notice?: Notice): Outcome {
  return notice ? { to: 'step', step: to, notice } : { to: 'step', step: to }
}

function refused(failure: Failure): Outcome {
  return { to: 'failure', failure }
}

async function answered(call: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await call()
  } catch (thrown) {
    return refused(failureOf(thrown))
  }
}
