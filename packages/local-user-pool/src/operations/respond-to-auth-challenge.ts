import { challenges } from '../challenges/index.ts'
import { checkSecretHash } from '../domain/clients.ts'
import { type Entrance, namedDevice } from '../domain/sign-in.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Goes on with a sign-in: the answer to what was asked last. */
export const RespondToAuthChallenge = operation('RespondToAuthChallenge', (input, context) => {
  const client = context.clients.get(input.ClientId)
  const pool = context.pools.get(client.UserPoolId)
  return answer({ context, pool, client, isAdmin: false }, input)
})

/** Hands over to the file of the challenge. AdminRespondToAuthChallenge does the same. */
export async function answer(
  entrance: Entrance,
  input: Pick<
    RespondToAuthChallengeRequest,
    'ChallengeName' | 'ChallengeResponses' | 'Session' | 'ClientMetadata'
  >,
): Promise<RespondToAuthChallengeResponse> {
  const { ChallengeName, ChallengeResponses: responses = {}, Session, ClientMetadata } = input
  const challenge = challenges.find(({ name }) => name === ChallengeName)
  // assumed: the words.
  if (!challenge) throw invalidParameter(`Challenge ${ChallengeName} is not supported.`)
  const username = requiredParameter(responses, 'USERNAME')
  checkSecretHash(entrance.client, username, responses.SECRET_HASH)
  // documented: triggers see the ClientMetadata of answers, not that of InitiateAuth.
  const named = { ...entrance, deviceKey: responses.DEVICE_KEY, clientMetadata: ClientMetadata }
  // Before the challenge is used up: clients repeat the answer without a device that is not known here.
  namedDevice(named, entrance.context.users.find(entrance.pool, username))
  return challenge.answer(named, responses, Session)
}
