import { JwtVerifier } from 'aws-jwt-verify'
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier'
import {
  CognitoJwtInvalidClientIdError,
  CognitoJwtInvalidTokenUseError,
  JwkInvalidKtyError,
  JwkInvalidUseError,
  JwksValidationError,
  JwkValidationError,
  JwtExpiredError,
  JwtInvalidIssuerError,
  JwtInvalidSignatureAlgorithmError,
  JwtInvalidSignatureError,
  JwtNotBeforeError,
  JwtParseError,
  JwtWithoutValidKidError,
  KidNotFoundInJwksError,
  WaitPeriodNotYetEndedJwkError,
} from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import type { JwtPayload } from 'aws-jwt-verify/jwt-model'
import type { Configuration } from './configuration.ts'

/** Why a token is refused: the code in the answer, and the sentence for a person that goes with it. */
export const refusals = {
  token_missing: 'No token was sent. Send the ID token as Authorization: Bearer <token>.',
  token_malformed: 'The token is not a JWT.',
  token_expired: 'The token has expired. Refresh the session and send the new ID token.',
  token_not_yet_valid: 'The token is not valid yet. The clock of this machine or of the issuer is wrong.',
  wrong_user_pool: 'The token was issued by another user pool.',
  wrong_client: 'The token was issued for another app client.',
  not_an_id_token: 'The token is not an ID token. Send the ID token, not the access token.',
  bad_signature: 'The signature of the token is wrong.',
  unknown_key: 'The token is signed with a key that this user pool does not have.',
} as const

export type Refusal = keyof typeof refusals

/** What the verification of a token came to. */
export type Verdict =
  | { readonly is: 'verified'; readonly claims: JwtPayload }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Nothing can be said of the token, since the keys to check it with could not be had. */
  | { readonly is: 'undecided'; readonly cause: string }

class KeysUnreachableError extends Error {}

type ErrorClass = new (...parameters: never[]) => Error

/** The errors of aws-jwt-verify that speak about the token, and what each says. */
const refusalOf: readonly (readonly [ErrorClass, Refusal])[] = [
  [JwtParseError, 'token_malformed'],
  [JwtExpiredError, 'token_expired'],
  [JwtNotBeforeError, 'token_not_yet_valid'],
  [JwtInvalidIssuerError, 'wrong_user_pool'],
  [CognitoJwtInvalidClientIdError, 'wrong_client'],
  [CognitoJwtInvalidTokenUseError, 'not_an_id_token'],
  [JwtInvalidSignatureError, 'bad_signature'],
  [JwtInvalidSignatureAlgorithmError, 'bad_signature'],
  [JwtWithoutValidKidError, 'unknown_key'],
  [KidNotFoundInJwksError, 'unknown_key'],
  // The keys were fetched less than ten seconds ago, and this one was not among them.
  [WaitPeriodNotYetEndedJwkError, 'unknown_key'],
]

/** The errors that speak about the keys. */
const keyErrors: readonly ErrorClass[] = [
  KeysUnreachableError,
  JwksValidationError,
  JwkValidationError,
  JwkInvalidKtyError,
  JwkInvalidUseError,
]

/**
 * Makes the function that verifies ID tokens of one user pool and app client. It keeps the pool's keys, and fetches
 * them again when a token names one that it does not know.
 */
export function createIdTokenVerifier({
  issuer,
  clientId,
}: Configuration): (token: string) => Promise<Verdict> {
  // CognitoJwtVerifier knows the addresses of Amazon only. JwtVerifier with Cognito's own check of the claims is the
  // same verification for any issuer.
  const verifier = JwtVerifier.create(
    {
      issuer,
      audience: null, // checked below, after the kind of token: an access token has no `aud`
      customJwtCheck: ({ payload }) => {
        validateCognitoJwtFields(payload, { tokenUse: 'id', clientId })
        if (payload.exp === undefined) throw new JwtParseError('The token has no exp claim')
      },
    },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
  )

  return async (token) => {
    try {
      // Another pool's token would be refused for its key, which says too little. Its issuer tells more, needs no key,
      // and is believed for the refusal only.
      if (decomposeUnverifiedJwt(token).payload.iss !== issuer)
        return { is: 'refused', refusal: 'wrong_user_pool' }
      return { is: 'verified', claims: await verifier.verify(token) }
    } catch (error) {
      const refusal = refusalOf.find(([type]) => error instanceof type)?.[1]
      if (refusal) return { is: 'refused', refusal }
      if (keyErrors.some((type) => error instanceof type)) {
        return { is: 'undecided', cause: `${issuer}: ${(error as Error).message}` }
      }
      throw error
    }
  }
}

/** Milliseconds. The keys are a few hundred bytes. */
const patience = 3000

/** In place of the library's own fetcher, which speaks https only: the local user pool is at http://localhost. */
async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(uri, { redirect: 'error', signal: AbortSignal.timeout(patience) })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return await response.arrayBuffer()
  } catch (error) {
    // `fetch` keeps what went wrong (ECONNREFUSED and the like) one level down.
    const { message, cause } = error as Error
    throw new KeysUnreachableError(`${message}${cause instanceof Error ? ` (${cause.message})` : ''}`)
  }
}
