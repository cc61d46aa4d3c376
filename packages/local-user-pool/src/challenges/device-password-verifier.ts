import { isSrpTimestamp } from '../core/timestamps.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { deviceGroupKey } from '../domain/devices.ts'
import { addressee, checkMaySignIn, type DeviceState, signedIn, stillTheSame } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** What the first half of the proof leaves for this one. Numbers are hexadecimal. */
export interface DeviceProofState extends DeviceState {
  readonly A: string
  readonly b: string
  readonly B: string
}

/** The second half: a signature that only the holder of the device's password can make, over a block good once. */
export const devicePasswordVerifier: Challenge = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  async answer(entrance, responses) {
    const { context, pool, client } = entrance
    const { attempts, challenges, devices, users } = context
    const username = requiredParameter(responses, 'USERNAME')
    const key = requiredParameter(responses, 'DEVICE_KEY')
    const secretBlock = Buffer.from(requiredParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'), 'base64')
    const signature = Buffer.from(requiredParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'), 'base64')
    const timestamp = requiredParameter(responses, 'TIMESTAMP')

    const handle = secretBlock.toString('base64url')
    const asked = challenges.find<DeviceProofState>(client, 'DEVICE_PASSWORD_VERIFIER', handle)
    if (!asked || challenges.isOver(asked)) {
      throw incorrectUsernameOrPassword('SECRET_BLOCK is not one that was given out, or came too late')
    }
    const { deviceKey, A, b, B } = asked.state
    const user = addressee(entrance, asked.state, incorrectUsernameOrPassword)
    if (!user) throw incorrectUsernameOrPassword()
    attempts.checkLock(pool, user.username, user)
    if (!challenges.consume(asked)) throw incorrectUsernameOrPassword()
    checkMaySignIn(user)

    const device = devices.get(user, deviceKey)
    const exchange = {
      poolId: deviceGroupKey(pool),
      username: deviceKey,
      verifier: device.verifier,
      A,
      b,
      B,
      secretBlock,
      timestamp,
    }
    const isProven = await context.world.calculate('provesPassword', exchange, signature)
    const now = stillTheSame(entrance, user.username, user)
    const nowDevice = devices.get(now, deviceKey)
    const isFor = key === deviceKey && users.find(pool, username)?.sub === user.sub
    if (!isProven || !isFor || !isSrpTimestamp(timestamp)) {
      throw attempts.refuse(pool, now.username, now, () =>
        incorrectUsernameOrPassword('the proof of the device does not match'),
      )
    }
    return signedIn(entrance, now, nowDevice)
  },
}
