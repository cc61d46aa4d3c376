import { checkAttributes, checkRequired, checkWritable } from '../domain/attributes.ts'
import { checkSecretHash } from '../domain/clients.ts'
import { confirmationOf, signUpContact } from '../domain/deliveries.ts'
import { isPasswordless } from '../domain/first-factors.ts'
import { checkPolicy, newPassword } from '../domain/passwords.ts'
import { signUpSession } from '../domain/sign-up.ts'
import { attributesOf, LoginTakenError, loginAttribute } from '../domain/users.ts'
import { invalidParameter, notAuthorized, usernameExists } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Makes a user who has still to confirm their address, and sends the code for it. */
export const SignUp = operation('SignUp', (input, context) => {
  const { world, clients, pools, users, deliveries } = context
  const client = clients.get(input.ClientId)
  const pool = pools.get(client.UserPoolId)
  checkSecretHash(client, input.Username, input.SecretHash)
  if (pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly) {
    throw notAuthorized('SignUp is not permitted for this user pool')
  }
  const { Username: login, Password: password } = input
  // documented: a password may be left out where people sign in by codes.
  if (password === undefined && !isPasswordless(pool)) {
    throw invalidParameter('Missing required parameter Password')
  }
  const attributes = attributesOf(input.UserAttributes)
  const byAttribute = pool.UsernameAttributes?.length ? loginAttribute(pool, login) : undefined
  checkWritable(client, attributes)
  checkAttributes(pool, attributes)
  checkRequired(pool, { ...attributes, ...(byAttribute && { [byAttribute]: login }) })
  if (password !== undefined) checkPolicy(pool, password)
  return world.database.transaction(() => {
    try {
      const user = users.create(pool, login, attributes, { status: 'UNCONFIRMED' })
      if (password !== undefined) users.change(pool, user, newPassword(world, user, password))
      const contact = signUpContact(pool, user)
      return {
        UserConfirmed: false,
        UserSub: user.sub,
        ...(contact && {
          CodeDeliveryDetails: deliveries.sendCode(user, confirmationOf(user, contact), contact),
        }),
        ...signUpSession(context, client, user),
      }
    } catch (error) {
      if (!(error instanceof LoginTakenError)) throw error
      throw usernameExists(
        error.by === 'username'
          ? 'User already exists'
          : `An account with the given ${error.by} already exists.`,
      )
    }
  })
})
