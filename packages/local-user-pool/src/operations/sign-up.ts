import { checkAttributes, checkRequired, checkWritable } from '../domain/attributes.ts'
import { type Client, checkSecretHash } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import { type Contact, confirmationOf, type Envelope, signUpContact } from '../domain/deliveries.ts'
import { isPasswordless } from '../domain/first-factors.ts'
import { envelopeAtOnce, envelopeFor } from '../domain/messages.ts'
import { checkPolicy, newPassword } from '../domain/passwords.ts'
import { signUpSession } from '../domain/sign-up.ts'
import { postConfirmation, preSignUp } from '../domain/sign-up-triggers.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { attributesOf, LoginTakenError, loginAttribute, newSub, type User } from '../domain/users.ts'
import { invalidParameter, notAuthorized, usernameExists } from '../protocol/exceptions.ts'
import type { SignUpResponse } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Makes a user who has still to confirm their address, and sends the code for it. */
export const SignUp = operation('SignUp', async (input, context) => {
  const { world, clients, pools, users, authEvents } = context
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
  const given = { ...attributes, ...(byAttribute && { [byAttribute]: login }) }
  checkRequired(pool, given)
  if (password !== undefined) checkPolicy(pool, password)

  const place = { pool, client }
  const { ClientMetadata: clientMetadata, ValidationData: validationData } = input
  const sub = newSub(world)
  const newcomer = { username: byAttribute ? sub : login, attributes: given, validationData, clientMetadata }
  // assumed: it is asked before it is looked at whether somebody has the name.
  const { isConfirmed, verified } = await preSignUp(world, place, 'PreSignUp_SignUp', newcomer)
  const status = isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED'
  const occasion = { ...place, source: 'SignUp', clientMetadata } as const
  const { user, answer } = world.database.transaction(() => {
    const created = orTaken(() => users.create(pool, login, { ...attributes, ...verified }, { sub, status }))
    authEvents.record(pool, created, 'SignUp', isConfirmed ? 'Pass' : 'InProgress')
    const user =
      password === undefined ? created : users.change(pool, created, newPassword(world, created, password))
    const contact = signUpContact(pool, user)
    const envelope = contact && envelopeAtOnce(world, occasion, user, contact)
    const isComplete = !isConfirmed && (contact === undefined || envelope !== undefined)
    return { user, answer: isComplete ? sent(context, place, user, contact, envelope) : undefined }
  })
  if (answer) return answer
  if (isConfirmed) {
    // assumed: no code is sent, and no Session that would stand for one.
    await postConfirmation(world, place, 'PostConfirmation_ConfirmSignUp', user, clientMetadata)
    return { UserConfirmed: true, UserSub: user.sub }
  }
  // assumed: who is a user by now stays one, where there are no words for the code.
  const contact = signUpContact(pool, user)
  const envelope = contact && (await envelopeFor(world, occasion, user, contact))
  return sent(context, place, user, contact, envelope)
})

/** Sends the code, if there is somewhere to send it; answers what is said of that. */
function sent(
  context: Context,
  { pool, client }: { readonly pool: UserPool; readonly client: Client },
  user: User,
  contact: Contact | undefined,
  envelope: Envelope | undefined,
): SignUpResponse {
  const { world, users, deliveries } = context
  return world.database.transaction(() => {
    // Somebody may have deleted the user meanwhile; that they signed up is true all the same.
    const isThere = users.still(pool, user) !== undefined
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...(contact &&
        isThere && {
          CodeDeliveryDetails: deliveries.sendCode(user, confirmationOf(user, contact), contact, envelope),
        }),
      ...signUpSession(context, client, user),
    }
  })
}

function orTaken(create: () => User): User {
  try {
    return create()
  } catch (error) {
    if (!(error instanceof LoginTakenError)) throw error
    throw usernameExists(
      error.by === 'username'
        ? 'User already exists'
        : `An account with the given ${error.by} already exists.`,
    )
  }
}
