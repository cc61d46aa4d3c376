import type { Verifier } from '../core/srp.ts'
import { isSrpTimestamp } from '../core/timestamps.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import type { Addressee } from '../domain/challenges-under-way.ts'
import { goOn } from '../domain/custom-auth.ts'
import {
  addressee,
  afterPassword,
  checkEnabled,
  checkMayTry,
  checkPasswordLasts,
  type Entrance,
  invalidSession,
  stillTheSame,
} from '../domain/sign-in.ts'
import type { ChallengeResult } from '../domain/trigger-events.ts'
import type { User } from '../domain/users.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'

interface State extends Addressee {
  readonly login: string
  readonly A: string
  readonly b: string
  readonly B: string
  /** In a choice-based sign-in the answer carries the Session too. */
  readonly isChosen: boolean
  /** The device that was named at the beginning; the answer may name one too. */
  readonly deviceKey?: string | undefined
  /** In a custom sign-in: what came before. */
  readonly custom?: readonly ChallengeResult[] | undefined
}

/**
 * Asks for the proof that the client knows the password. For nobody it asks just the same.
 *
 * @param isChosen in a choice-based sign-in
 * @param custom in a custom sign-in: what came before
 */
export async function askForProof(
  { context, pool, client, deviceKey }: Entrance,
  login: string,
  user: User | undefined,
  A: string,
  isChosen = false,
  custom?: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  const { salt, verifier } = verifierFor({ context, pool }, login, user)
  const username = user?.username ?? context.simulated.username(pool, login)
  const { b, B } = await context.world.calculate('newEphemeral', verifier, context.world.random(32))
  // It may have gone meanwhile.
  context.clients.get(client.ClientId)
  const state: State = { login, username, sub: user?.sub, A, b, B, isChosen, deviceKey, custom }
  const handle = context.challenges.ask(client, 'PASSWORD_VERIFIER', state)
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    // observed: ministack's measurements on AWS: no Session comes with this challenge in USER_SRP_AUTH.
    // documented: one does in USER_AUTH.
    ...(isChosen && { Session: handle }),
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: Buffer.from(handle, 'base64url').toString('base64'),
      SRP_B: B,
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  }
}

/** The answer to it: a signature that only the holder of the password can make, over a block that is good once. */
export const passwordVerifier: Challenge = {
  name: 'PASSWORD_VERIFIER',
  async answer(entrance, responses, session) {
    const { context, pool, client } = entrance
    const username = requiredParameter(responses, 'USERNAME')
    const secretBlock = Buffer.from(requiredParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'), 'base64')
    const signature = Buffer.from(requiredParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'), 'base64')
    const timestamp = requiredParameter(responses, 'TIMESTAMP')

    const asked = context.challenges.find<State>(
      client,
      'PASSWORD_VERIFIER',
      secretBlock.toString('base64url'),
    )
    if (!asked || context.challenges.isOver(asked)) {
      throw incorrectUsernameOrPassword('SECRET_BLOCK is not one that was given out, or came too late')
    }
    const { login, A, b, B, isChosen, deviceKey, custom } = asked.state
    if (isChosen && session !== secretBlock.toString('base64url')) throw invalidSession()
    const user = addressee(entrance, asked.state, () =>
      incorrectUsernameOrPassword('somebody else has the name by now'),
    )
    context.attempts.checkLock(pool, login, user)
    if (!context.challenges.consume(asked)) throw incorrectUsernameOrPassword('SECRET_BLOCK was used before')
    if (user) checkMayTry(user)

    const { verifier } = verifierFor(entrance, login, user)
    const exchange = {
      poolId: pool.Id,
      username: asked.state.username,
      verifier,
      A,
      b,
      B,
      secretBlock,
      timestamp,
    }
    const isProven = await context.world.calculate('provesPassword', exchange, signature)
    const now = user && stillTheSame(entrance, login, user)
    const isFor = context.users.find(pool, username)?.sub === asked.state.sub
    const reason = !now
      ? 'nobody has this name'
      : !isProven
        ? 'the proof does not match: the password is wrong, or the proof was made otherwise'
        : !isFor
          ? 'USERNAME is somebody else'
          : 'TIMESTAMP is not written as Cognito wants it'
    if (!now || !isProven || !isFor || !isSrpTimestamp(timestamp)) {
      throw context.attempts.refuse(pool, login, now, () => incorrectUsernameOrPassword(reason))
    }
    const named: Entrance = { ...entrance, deviceKey: entrance.deviceKey ?? deviceKey }
    if (!custom) return afterPassword(named, now)
    checkEnabled(now)
    checkPasswordLasts(entrance, now)
    const result = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
    return goOn(named, { login, user: now }, [...custom, result])
  },
}

/** A user without a password is answered like one who does not exist: no password leads to that verifier. */
export function verifierFor(
  { context, pool }: Pick<Entrance, 'context' | 'pool'>,
  login: string,
  user: User | undefined,
): Verifier {
  return user?.salt && user.verifier
    ? { salt: user.salt, verifier: user.verifier }
    : context.simulated.verifier(pool, login)
}
