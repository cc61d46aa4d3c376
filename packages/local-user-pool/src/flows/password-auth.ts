import { withPassword } from '../challenges/password.ts'
import { identified } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

const begin: Flow['begin'] = async (entrance, parameters) => {
  const login = requiredParameter(parameters, 'USERNAME')
  const password = requiredParameter(parameters, 'PASSWORD')
  return withPassword(entrance, { login, user: await identified(entrance, login, password) }, password)
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
