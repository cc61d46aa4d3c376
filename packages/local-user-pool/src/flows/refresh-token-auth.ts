import { checkSecretHash } from '../domain/clients.ts'
import { invalidRefreshToken, rotates } from '../domain/tokens.ts'
import { CognitoException, unsupportedOperation } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

/** New ID and access tokens for a refresh token. */
export const refreshTokenAuth: Flow = {
  names: ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'],
  through: 'both',
  async begin({ context, client }, parameters) {
    // documented: rotation works through GetTokensFromRefreshToken alone. assumed: the exception, which the model explains by
    // an operation that the client does not have, and the words.
    if (rotates(client)) throw unsupportedOperation('Initiate Auth method not supported.')
    const refreshToken = requiredParameter(parameters, 'REFRESH_TOKEN')
    const held = context.tokens.find(client, refreshToken)
    if (!held) throw invalidRefreshToken()
    // documented: a refresh names no user; the hash is made of the username that the token belongs to.
    checkSecretHash(client, parameters.USERNAME ?? held.username, parameters.SECRET_HASH)
    try {
      return {
        ChallengeParameters: {},
        AuthenticationResult: await context.tokens.refresh(client, refreshToken, parameters.DEVICE_KEY),
      }
    } catch (error) {
      // The model declares no RefreshTokenReuseException here: the token is of a time when the client rotated them.
      const isReuse = error instanceof CognitoException && error.name === 'RefreshTokenReuseException'
      throw isReuse ? invalidRefreshToken() : error
    }
  },
}
