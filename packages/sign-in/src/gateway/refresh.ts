import { cognitoUserPoolsTokenProvider, refreshAuthTokens } from 'aws-amplify/auth/cognito'

/**
 * Makes the tabs of a browser refresh one after the other, so that one of them asks Cognito and the others take what
 * it was given. Amplify does so only within a tab; with rotation of refresh tokens on, the second of two tabs would
 * show a token that is used up already, and be signed out.
 */
export function refreshInTurn(userPoolClientId: string): void {
  const { tokenOrchestrator } = cognitoUserPoolsTokenProvider
  tokenOrchestrator.setTokenRefresher((input) =>
    inTurn(`genkan.refresh.${userPoolClientId}`, async () => {
      const stored = await tokenOrchestrator.getTokenStore().loadTokens()
      if (!stored) throw signedOutMeanwhile()
      if (stored.accessToken.toString() !== input.tokens.accessToken.toString()) return stored
      const tokens = await refreshAuthTokens(input)
      // Whoever has left while the answer was on its way is not let in by it again.
      const left = await tokenOrchestrator.getTokenStore().loadTokens()
      if (left?.accessToken.toString() !== stored.accessToken.toString()) throw signedOutMeanwhile()
      // Amplify stores them, too, but only when the next tab may have begun already.
      await tokenOrchestrator.setTokens({ tokens })
      return tokens
    }),
  )
}

/** A browser that knows no locks, or refuses them, has one tab refresh beside the other, as Amplify does. */
async function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!navigator.locks) return work()
  let isBegun = false
  try {
    return await navigator.locks.request(name, () => {
      isBegun = true
      return work()
    })
  } catch (thrown) {
    if (isBegun) throw thrown
    return work()
  }
}

/** What Amplify takes for the end of the session. */
function signedOutMeanwhile(): Error {
  return Object.assign(new Error('Signed out in another tab.'), { name: 'NotAuthorizedException' })
}
