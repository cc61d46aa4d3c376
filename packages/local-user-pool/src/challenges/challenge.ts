import type { Entrance } from '../domain/sign-in.ts'
import type {
  ChallengeNameType,
  ChallengeResponsesType,
  RespondToAuthChallengeResponse,
} from '../protocol/types.generated.ts'

/** One question of a sign-in: a file of this folder for each value of `ChallengeName`. */
export interface Challenge {
  readonly name: ChallengeNameType
  answer(
    entrance: Entrance,
    responses: ChallengeResponsesType,
    session: string | undefined,
  ): Promise<RespondToAuthChallengeResponse>
}
