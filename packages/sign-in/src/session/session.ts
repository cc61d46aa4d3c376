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
}

/** Reads Amplify's session; undefined means signed out, for which Amplify resolves `{}`. */
export function sessionOf({ tokens }: AuthSession): Session | undefined {
  if (!tokens?.idToken) return undefined
  const { payload } = tokens.idToken
  const username = [payload.email, payload['cognito:username']].find((name) => typeof name === 'string')
  return {
    username: username ?? '',
    userId: payload.sub ?? '',
    idToken: token(tokens.idToken),
    accessToken: token(tokens.accessToken),
  }
}

function token(jwt: JWT): Token {
  return { jwt: jwt.toString(), payload: jwt.payload }
}
