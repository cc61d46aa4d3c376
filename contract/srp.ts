import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandInput,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider'
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper'
import { present, type Target } from './target.ts'

type Door = Pick<Target, 'admin' | 'userPoolId' | 'clientId'>

/** The client's side of a sign-in, with a public value of its own. */
export const srpSession = ({ userPoolId }: Door, login: string, password: string) =>
  createSrpSession(login, password, userPoolId, false)

/**
 * Asks to sign in, and makes the answer to the question that comes back; it is not sent yet.
 *
 * @param session for a caller that asks several times with one public value, which takes long to make
 */
export async function srpAnswer(
  door: Door,
  login: string,
  password: string,
  session = srpSession(door, login, password),
): Promise<RespondToAuthChallengeCommandInput> {
  const { admin, clientId } = door
  const { ChallengeParameters } = await admin.send(
    new InitiateAuthCommand(
      wrapInitiateAuth(session, {
        ClientId: clientId,
        AuthFlow: 'USER_SRP_AUTH' as const,
        AuthParameters: { USERNAME: login },
      }),
    ),
  )
  const parameters = present(ChallengeParameters)
  return wrapAuthChallenge(signSrpSession(session, { ChallengeParameters: parameters }), {
    ClientId: clientId,
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    ChallengeResponses: { USERNAME: present(parameters.USERNAME) },
  })
}

/** Signs in as far as the next step, with a client of SRP that is not Amplify's. */
export async function signInBySrp(
  door: Door,
  login: string,
  password: string,
): Promise<RespondToAuthChallengeCommandOutput> {
  return door.admin.send(new RespondToAuthChallengeCommand(await srpAnswer(door, login, password)))
}

/** The tokens of a sign-in that ends with them. */
export async function tokensOf(door: Door, { email, password }: { email: string; password: string }) {
  const { AuthenticationResult } = await signInBySrp(door, email, password)
  return {
    accessToken: present(AuthenticationResult?.AccessToken),
    idToken: present(AuthenticationResult?.IdToken),
    refreshToken: present(AuthenticationResult?.RefreshToken),
  }
}

/** The answer with one bit of its proof turned. */
export function withOneBitFlipped(
  answer: RespondToAuthChallengeCommandInput,
  bit: number,
): RespondToAuthChallengeCommandInput {
  const { PASSWORD_CLAIM_SIGNATURE: signature, ...rest } = answer.ChallengeResponses ?? {}
  const proof = Buffer.from(present(signature), 'base64')
  const position = bit % (proof.length * 8)
  const byte = position >> 3
  proof.writeUInt8(proof.readUInt8(byte) ^ (1 << (position & 7)), byte)
  return {
    ...answer,
    ChallengeResponses: { ...rest, PASSWORD_CLAIM_SIGNATURE: proof.toString('base64') },
  }
}
