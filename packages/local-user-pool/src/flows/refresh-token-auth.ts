import { rotates } from '../domain/tokens.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

/** New ID and access tokens for a refresh token. */
export const refreshTokenAuth: Flow = {
  names: ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'],
  through: 'both',
  async begin({ context, client }, parameters) {
    // documented: rotation works through GetTokensFromRefreshToken alone. assumed: the words of the refusal.
    if (rotates(client)) throw invalidParameter('Initiate Auth method not supported.')
    const AuthenticationResult = await context.tokens.refresh(
      client,
      requiredParameter(parameters, 'REFRESH_TOKEN'),
    )
    return { ChallengeParameters: {}, AuthenticationResult }
  },
}
