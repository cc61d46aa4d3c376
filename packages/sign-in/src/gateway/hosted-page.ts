import * as auth from 'aws-amplify/auth'
import { Hub } from 'aws-amplify/utils'
import type { OAuthConfiguration, SignInConfiguration } from '../configuration'
import { type Failure, failureOf } from '../failures/failure'
import { isSamePage, type Returned, returnedIn, withoutReturned } from '../redirect/address'
import { type Departure, departures } from '../redirect/departures'
import { leavePage, replaceAddress } from '../session/browser'
import { amplifyRedirect } from '../session/storage'

/** An identity provider of the pool, in Amplify's words. */
export type Provider = NonNullable<OAuthConfiguration['providers']>[number]

/** How somebody wants to sign in at the hosted page. */
export interface RedirectOptions {
  /** Goes on to this identity provider at once. */
  readonly provider?: Provider | undefined
  /** What its first field begins with. */
  readonly username: string
  /** The language that it speaks where it can. */
  readonly lang: string
}

/** Leaves for the hosted page. Resolves only if this page is seen again without an answer, by "back" for example. */
export async function signInAtHostedPage(
  clientId: string,
  { provider, username, lang }: RedirectOptions,
): Promise<void> {
  // Before Amplify notes anything.
  if (!navigator.onLine) throw named('NetworkError', 'There is no network.')
  await auth.signInWithRedirect({
    ...(provider && { provider }),
    options: {
      lang,
      ...(username && { loginHint: username }),
      authSessionOpener: async (address) => {
        await noteDeparture(clientId)
        await leavePage(address)
        return undefined
      },
    },
  })
}

/**
 * Takes what Amplify has noted for the way back out of its sight. As long as it stands there, Amplify holds up every
 * tab that asks for tokens, for five minutes, and a tab that is opened meanwhile calls the sign-in off.
 */
async function noteDeparture(clientId: string): Promise<void> {
  // Amplify does not wait until it has noted everything.
  await new Promise((resolve) => setTimeout(resolve))
  const { state, verifier } = amplifyRedirect.take(clientId)
  const address = window.location.href
  const isNoted =
    state !== undefined &&
    verifier !== undefined &&
    departures.note({ state, verifier, address, at: Date.now() })
  if (!isNoted) throw named('OAuthSignInException', 'not remembered')
}

/**
 * Has Amplify finish a sign-in whose answer is in the address; call it before `Amplify.configure`, by which that
 * begins. Resolves undefined where there was nothing to finish.
 */
export async function returnFromHostedPage({
  loginWith,
  userPoolClientId,
}: SignInConfiguration): Promise<{ readonly failure: Failure } | 'signedIn' | undefined> {
  const { oauth } = loginWith ?? {}
  const returned = oauth && returnedIn(window.location.href, oauth.redirectSignIn)
  if (!returned) return undefined
  const { state } = returned
  const departure = state === undefined ? undefined : departures.find(state)
  try {
    if (returned.error !== undefined) return { failure: refusalOf(returned, departure) }
    if (!departure) return { failure: { name: 'OAuthSignInException', message: 'unknown state' } }
    amplifyRedirect.put(userPoolClientId, departure)
    await finished()
    return 'signedIn'
  } catch (thrown) {
    return { failure: failureOf(thrown) }
  } finally {
    if (state !== undefined) departures.forget(state)
    amplifyRedirect.take(userPoolClientId)
    replaceAddress(addressAfter(window.location.href, departure))
  }
}

/** Amplify tells by events alone how it has gone. */
function finished(): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => end(() => reject(named('NetworkError', 'No answer.'))), 15_000)
    const stop = Hub.listen('auth', ({ payload }) => {
      if (payload.event === 'signInWithRedirect') end(resolve)
      if (payload.event === 'signInWithRedirect_failure') end(() => reject(asNetwork(payload.data.error)))
    })
    function end(settle: () => void) {
      clearTimeout(giveUp)
      stop()
      settle()
    }
  })
}

/** What `fetch` throws where nobody answers. */
function asNetwork(thrown: unknown): unknown {
  return thrown instanceof TypeError ? named('NetworkError', thrown.message) : thrown
}

function refusalOf({ error, description = '' }: Returned, departure: Departure | undefined): Failure {
  // What a trigger says is shown to people, so it has to come from where this browser has gone.
  const isOfTrigger = departure && / failed with error /.test(description)
  return isOfTrigger
    ? { name: 'UserLambdaValidationException', message: description }
    : { name: 'OAuthSignInException', message: `${error}: ${description}` }
}

/** Where somebody was when they left; without that, the address without the answer. */
function addressAfter(address: string, departure: Departure | undefined): string {
  return departure && isSamePage(departure.address, address) ? departure.address : withoutReturned(address)
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}
