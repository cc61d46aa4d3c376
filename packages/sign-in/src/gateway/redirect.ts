import type { OAuthConfiguration, SignInConfiguration } from '../configuration'
import { failureOf } from '../failures/failure'
import { registeredFor } from '../redirect/address'

/** What Amplify takes, for whoever is at this address: it wants one to return to, and would choose by its beginning. */
export function oauthFor(oauth: OAuthConfiguration, address: string): OAuthConfiguration {
  const uri = registeredFor(address, oauth.redirectSignIn)
  return {
    ...oauth,
    responseType: 'code',
    redirectSignIn: uri === undefined ? [] : [uri],
    // Without one Amplify does not leave the page by itself in the middle of its sign-out, network or not.
    redirectSignOut: [],
  }
}

/** Amplify's signing out ends with missing an address to go to: see above. All else is done by then. */
export async function stayingHere(signOut: Promise<void>): Promise<void> {
  await signOut.catch((thrown: unknown) => {
    if (failureOf(thrown).name !== 'InvalidRedirectException') throw thrown
  })
}

/** Where the hosted page forgets whoever is signed in there, and sends them back. */
export function logoutAddress({ loginWith, userPoolClientId }: SignInConfiguration): string | undefined {
  const { oauth } = loginWith ?? {}
  const uri = oauth && registeredFor(window.location.href, oauth.redirectSignOut)
  if (!oauth || uri === undefined) return undefined
  return `https://${oauth.domain}/logout?${new URLSearchParams({ client_id: userPoolClientId, logout_uri: uri })}`
}
