import { matchesPassword } from '../core/srp.ts'
import { knows } from '../domain/passwords.ts'
import { afterPassword, checkMaySignIn, identified } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

const begin: Flow['begin'] = async (entrance, parameters) => {
  const { context, pool } = entrance
  const login = requiredParameter(parameters, 'USERNAME')
  const password = requiredParameter(parameters, 'PASSWORD')
  const user = identified(entrance, login)
  context.attempts.checkLock(pool, login, user)
  if (!user) {
    // The same arithmetic as for somebody who exists, so that the time does not tell.
    matchesPassword({ poolId: pool.Id, username: login }, password, context.simulated.verifier(pool, login))
    throw context.attempts.refuse(pool, login, user)
  }
  checkMaySignIn(user)
  if (!knows(user, password)) throw context.attempts.refuse(pool, login, user)
  return afterPassword(entrance, user)
}

/** E-mail and password, the password sent as it is; for people, where the client allows it. */
export const userPasswordAuth: Flow = {
  names: ['USER_PASSWORD_AUTH'],
  through: 'InitiateAuth',
  begin,
}

/** The same for a server that signs people in. */
export const adminUserPasswordAuth: Flow = {
  names: ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  through: 'AdminInitiateAuth',
  begin,
}
