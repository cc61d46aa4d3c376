import { CognitoException, userNotFound } from '../protocol/exceptions.ts'
import type { ClientMetadataType } from '../protocol/types.generated.ts'
import { checkAttributes } from './attributes.ts'
import type { Client } from './clients.ts'
import type { Context } from './context.ts'
import { isTrue, textOf, textsOf } from './lambda-output.ts'
import { newPassword } from './passwords.ts'
import { runTrigger } from './triggers.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'

/** Who is not a user yet, and what they ask for. */
interface Arrival {
  readonly login: string
  /** Undefined for somebody who has forgotten it. */
  readonly password?: string
  readonly validationData?: ClientMetadataType | undefined
  readonly clientMetadata?: ClientMetadataType | undefined
}

/**
 * Asks UserMigration for somebody whom the pool does not know, and makes them a user.
 *
 * @returns undefined where the pool has no such trigger
 * @throws UserLambdaValidationException where the trigger does not know them either
 */
// differs: nobody is sent a welcome message, and an alias that another user has is not taken from them: messageAction,
// desiredDeliveryMediums and forceAliasCreation have no effect.
export async function migrated(
  { world, users, attempts }: Context,
  pool: UserPool,
  client: Client,
  { login, password, validationData, clientMetadata }: Arrival,
): Promise<User | undefined> {
  const isSignIn = password !== undefined
  const response = await runTrigger(
    world,
    'UserMigration',
    { pool, client },
    {
      userName: login,
      triggerSource: isSignIn ? 'UserMigration_Authentication' : 'UserMigration_ForgotPassword',
      request: {
        password: password ?? null,
        validationData: validationData ?? null,
        ...(clientMetadata && { clientMetadata }),
      },
    },
  )
  if (!response) return undefined
  // What failed while the trigger was thinking may have locked them out: its answer tells nothing then.
  if (isSignIn) attempts.checkLock(pool, login, users.find(pool, login))
  const { username, ...attributes } = textsOf(response.userAttributes)
  const finalStatus = textOf(response.finalUserStatus)
  const hasSms = isTrue(response.enableSMSMFA)
  if (Object.keys(attributes).length === 0) throw notMigrated(client)
  // assumed: where people sign in by an alias, the username may be among the attributes.
  const name = pool.UsernameAttributes?.length ? login : (username ?? login)
  // documented: who does not become CONFIRMED has to choose a new password.
  const isKept = isSignIn && finalStatus === 'CONFIRMED'
  return orNotMigrated(client, () => {
    checkAttributes(pool, attributes)
    return world.database.transaction(() => {
      // Asked twice at once, the trigger brings along one user.
      const already = users.find(pool, login)
      if (already) return already
      const user = users.create(pool, name, attributes, {
        status: isKept ? 'CONFIRMED' : 'RESET_REQUIRED',
        factors: { enabled: hasSms ? ['SMS_MFA'] : [] },
      })
      return isKept ? users.change(pool, user, newPassword(world, user, password)) : user
    })
  })
}

/** The function's answer does not make a user: that is no mistake of whoever signs in. */
function orNotMigrated(client: Client, work: () => User): User {
  try {
    return work()
  } catch (error) {
    throw error instanceof CognitoException ? notMigrated(client) : error
  }
}

// assumed: the exception and the words, which are remembered from public reports.
const notMigrated = ({ ClientId }: Client) =>
  userNotFound(`Exception migrating user in app client ${ClientId}`)
