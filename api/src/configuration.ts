import { CognitoJwtVerifier } from 'aws-jwt-verify'

/** What the API must know. Complete: nothing is filled in later. */
export interface Configuration {
  /** The user pool whose tokens are accepted, e.g. `ap-northeast-1_AbCdEfGhI`. */
  readonly userPoolId: string
  /** The app client that the tokens must have been issued for. */
  readonly clientId: string
  /** The one origin whose pages may call the API, e.g. `https://app.example.com`. */
  readonly allowedOrigin: string
  /** The `iss` of the tokens, without a trailing slash. The keys are at `${issuer}/.well-known/jwks.json`. */
  readonly issuer: string
}

/** A variable is missing or malformed. The message names it and says what belongs there. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the configuration from environment variables: COGNITO_USER_POOL_ID, COGNITO_CLIENT_ID, ALLOWED_ORIGIN, and
 * optionally COGNITO_ISSUER, for a user pool that is not at Amazon Cognito's regional address.
 *
 * @throws {ConfigurationError} names the first variable that is missing or malformed
 */
export function readConfiguration(environment: Environment): Configuration {
  const userPoolId = required(environment, 'COGNITO_USER_POOL_ID', 'the id of the user pool')
  const clientId = required(environment, 'COGNITO_CLIENT_ID', 'the id of the app client')
  const allowedOrigin = required(environment, 'ALLOWED_ORIGIN', 'the origin of the page that calls this API')
  return {
    userPoolId,
    clientId: checkedClientId(clientId),
    allowedOrigin: checkedOrigin(allowedOrigin),
    issuer: checkedIssuer(environment.COGNITO_ISSUER, userPoolId, issuerOf(userPoolId)),
  }
}

function required(environment: Environment, name: string, meaning: string): string {
  const value = environment[name]
  if (!value) throw new ConfigurationError(`${name} is not set. Set it to ${meaning}.`)
  return value
}

/** The issuer at Amazon Cognito: `https://cognito-idp.<region>.amazonaws.com/<userPoolId>`. */
function issuerOf(userPoolId: string): string {
  try {
    return CognitoJwtVerifier.parseUserPoolId(userPoolId).issuer
  } catch {
    throw new ConfigurationError(
      `COGNITO_USER_POOL_ID is "${userPoolId}", which is not a user pool id such as ap-northeast-1_AbCdEfGhI.`,
    )
  }
}

/** The pattern is that of `ClientIdType` in the API model of Amazon Cognito. */
function checkedClientId(clientId: string): string {
  if (/^[\w+]{1,128}$/.test(clientId)) return clientId
  throw new ConfigurationError(
    `COGNITO_CLIENT_ID is "${clientId}", which is not an app client id: letters and digits, e.g. 6h89qn2bfglbmvfebq9aaknqk0.`,
  )
}

function checkedOrigin(origin: string): string {
  const url = URL.parse(origin)
  if (url && /^https?:$/.test(url.protocol) && url.origin === origin) return origin
  throw new ConfigurationError(
    `ALLOWED_ORIGIN is "${origin}", which is not one origin: a scheme, a host and perhaps a port, without a path or a trailing slash, e.g. https://app.example.com.`,
  )
}

function checkedIssuer(issuer: string | undefined, userPoolId: string, atAmazon: string): string {
  if (!issuer) return atAmazon
  const url = URL.parse(issuer)
  const isPlain = url?.href === issuer && !url.search && !url.hash && !url.username && !url.password
  if (!url || !isPlain || !url.pathname.endsWith(`/${userPoolId}`)) {
    throw new ConfigurationError(
      `COGNITO_ISSUER is "${issuer}", which is not the address of user pool ${userPoolId}: it must end with /${userPoolId}, e.g. http://localhost:9339/${userPoolId}.`,
    )
  }
  // Keys that came over plain http could be anybody's, unless they never left this machine.
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return issuer
  throw new ConfigurationError(
    `COGNITO_ISSUER is "${issuer}". Use https: plain http is for this machine (localhost) only.`,
  )
}
