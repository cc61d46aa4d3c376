import type { Patient } from '../patient.ts'
import type { Asker } from './ask.ts'
import { call, type Reply } from './cognito.ts'
import { newKeyPair, passwordProof } from './srp.ts'

export interface Tokens {
  readonly id: string
  readonly access: string
  readonly refresh: string | undefined
}

/** What a sign-in came to. */
export type SignIn =
  | { readonly is: 'signed-in'; readonly tokens: Tokens; readonly at: number }
  | {
      readonly is: 'asked'
      readonly challenge: string
      readonly parameters: Readonly<Record<string, string | undefined>>
    }
  | Exclude<Reply, { is: 'done' }>

/**
 * Signs in by SRP, as the page does, as far as the first question after the password. Whoever asks
 * ends the session again.
 */
export async function signIn(patient: Patient, asker: Asker): Promise<SignIn | undefined> {
  const { clientId: ClientId, userPoolId, signIn } = patient
  if (!signIn || !ClientId || !userPoolId) return undefined
  const keys = newKeyPair()
  const begun = await call(patient, asker, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: signIn.email, SRP_A: keys.A.toString(16) },
  })
  if (begun.is !== 'done') return begun
  const { ChallengeName, ChallengeParameters: challenge } = begun.output as Challenge
  if (ChallengeName !== 'PASSWORD_VERIFIER' || !challenge) return asked(begun.output)
  const proven = await call(patient, asker, 'RespondToAuthChallenge', {
    ClientId,
    ChallengeName,
    ChallengeResponses: passwordProof(keys, userPoolId, signIn.password, challenge, asker.now()),
  })
  if (proven.is !== 'done') return proven
  const { AuthenticationResult: result } = proven.output as { AuthenticationResult?: Result }
  if (!result?.IdToken || !result.AccessToken) return asked(proven.output)
  const at = asker.now()
  const tokens = { id: result.IdToken, access: result.AccessToken, refresh: result.RefreshToken }
  return { is: 'signed-in', tokens, at }
}

/** Ends the session of a sign-in, where there is one: with it an API that asks Cognito takes the access token no more. */
export async function endSession(
  patient: Patient,
  asker: Asker,
  signedIn: SignIn | undefined,
): Promise<void> {
  const { clientId: ClientId } = patient
  const Token = signedIn?.is === 'signed-in' ? signedIn.tokens.refresh : undefined
  if (Token !== undefined) await call(patient, asker, 'RevokeToken', { ClientId, Token })
}

interface Challenge {
  readonly ChallengeName?: string
  readonly ChallengeParameters?: Readonly<Record<string, string | undefined>>
}

interface Result {
  readonly IdToken?: string
  readonly AccessToken?: string
  readonly RefreshToken?: string
}

function asked(output: Challenge): SignIn {
  const { ChallengeName: challenge = '', ChallengeParameters: parameters = {} } = output
  return { is: 'asked', challenge, parameters }
}

/** When a token was issued, in milliseconds since 1970. It is read, not verified: nothing is granted by it. */
export function issuedAt(token: string): number | undefined {
  const [, payload = ''] = token.split('.')
  try {
    const { iat } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return typeof iat === 'number' ? iat * 1000 : undefined
  } catch {
    return undefined
  }
}
