import { acceptTotp, type SecondFactorState } from '../domain/second-factors.ts'
import { signedIn, underWay } from '../domain/sign-in.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** The code of an authenticator app. */
export const softwareTokenMfa: Challenge = {
  name: 'SOFTWARE_TOKEN_MFA',
  async answer(entrance, responses, session) {
    const { context, pool } = entrance
    const { attempts, challenges, world } = context
    const username = requiredParameter(responses, 'USERNAME')
    const code = requiredParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE')
    const { asked, user } = underWay<SecondFactorState>(entrance, 'SOFTWARE_TOKEN_MFA', session, username)
    attempts.checkLock(pool, user.username, user)
    try {
      world.database.transaction(() => {
        acceptTotp(entrance, user, code)
        challenges.take(asked)
      })
    } catch (error) {
      const isWrong = error instanceof CognitoException && error.name === 'CodeMismatchException'
      throw isWrong ? attempts.refuse(pool, user.username, user, () => error) : error
    }
    return signedIn(entrance, user)
  },
}
