import type { AuthSession, JWT } from 'aws-amplify/auth'

/** A JSON Web Token that Amplify holds, decoded but not verified: only an API that verifies it may trust it. */
export interface Token {
  /** The token as it is sent. */
  readonly jwt: string
  /** Its claims; `exp` and `iat` are seconds since 1970. */
  readonly payload: JWT['payload']
}

/** Who is signed in, and the tokens that say so. */
export interface Session {
  /** The e-mail address, or the user name where the ID token has none. */
  readonly username: string
  /** `sub`: the user's unchanging id in the pool. */
  readonly userId: string
  readonly idToken: Token
  readonly accessToken: Token
  /** When the first of the tokens ends, in milliseconds since 1970 by this device's clock. */
  readonly expiresAt: number
}

/**
 * Reads Amplify's session; undefined means signed out, for which Amplify resolves `{}`.
 *
 * @param clockDrift by how many milliseconds Cognito's clock is ahead of this device's
 */
export function sessionOf({ tokens }: AuthSession, clockDrift: number): Session | undefined {
  if (!tokens?.idToken) return undefined
  const { payload } = tokens.idToken
  const username = [payload.email, payload['cognito:username']].find((name) => typeof name === 'string')
  return {
    username: username ?? '',
    userId: payload.sub ?? '',
    idToken: token(tokens.idToken),
    accessToken: token(tokens.accessToken),
    expiresAt: Math.min(endOf(tokens.idToken), endOf(tokens.accessToken)) - clockDrift,
  }
}

function endOf({ payload: { exp = 0 } }: JWT): number {
  return exp * 1000
}

function token(jwt: JWT): Token {
  return { jwt: jwt.toString(), payload: jwt.payload }
}
