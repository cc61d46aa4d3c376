import { isAcceptable } from '../core/srp.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { type DeviceState, underWay } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'
import type { DeviceProofState } from './device-password-verifier.ts'

/** The first half of a device's proof that it is the one which was remembered. */
export const deviceSrpAuth: Challenge = {
  name: 'DEVICE_SRP_AUTH',
  async answer(entrance, responses, session) {
    const { context, pool, client } = entrance
    const username = requiredParameter(responses, 'USERNAME')
    const deviceKey = requiredParameter(responses, 'DEVICE_KEY')
    const A = requiredParameter(responses, 'SRP_A')
    const { asked, user } = underWay<DeviceState>(entrance, 'DEVICE_SRP_AUTH', session, username)
    context.attempts.checkLock(pool, user.username, user)
    // assumed: with which exception another device, or a public value that gives the key away, is refused.
    if (deviceKey !== asked.state.deviceKey || !isAcceptable(A)) throw incorrectUsernameOrPassword()
    const device = context.devices.get(user, deviceKey)
    const { world } = context
    const { b, B } = await world.calculate('newEphemeral', device.verifier, world.random(32))
    context.challenges.take(asked)
    const state: DeviceProofState = { username: user.username, sub: user.sub, deviceKey, A, b, B }
    const handle = context.challenges.ask(client, 'DEVICE_PASSWORD_VERIFIER', state)
    return {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      // assumed: as with PASSWORD_VERIFIER, no Session comes with it.
      ChallengeParameters: {
        SALT: device.salt,
        SECRET_BLOCK: Buffer.from(handle, 'base64url').toString('base64'),
        SRP_B: B,
        USERNAME: user.username,
        DEVICE_KEY: deviceKey,
      },
    }
  },
}
