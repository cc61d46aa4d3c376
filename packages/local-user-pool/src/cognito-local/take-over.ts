import type { Deployment } from '../definition/deploy.ts'
import { Differences } from '../definition/differences.ts'
import type { Context } from '../domain/context.ts'
import type { SecondFactor } from '../domain/second-factors.ts'
import type { PoolMfa, UserPool } from '../domain/user-pools.ts'
import { LoginTakenError, type User } from '../domain/users.ts'
import { seconds } from '../domain/world.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import type { StoredGroup, StoredUser } from './files.ts'
import type { CognitoLocal, FoundPool } from './read.ts'
import { refusal } from './refusal.ts'
import { CognitoLocalUnusableError } from './unusable.ts'
import { factorsOf, labelOf, timeOf, userOf } from './user.ts'

/**
 * Takes over the user pools of cognito-local that the database does not have yet, all of them or, where Cognito refuses
 * one, none.
 *
 * @param functions names of the triggers that have a function
 * @returns the pools, and what of them is not as it was there
 * @throws CognitoLocalUnusableError
 */
export function takeOver(context: Context, found: CognitoLocal, functions: ReadonlySet<string>): Deployment {
  const differences = new Differences()
  context.world.database.transaction(() => {
    for (const pool of found.pools) {
      if (context.pools.has(pool.id)) differences.add(pool.id, 'is here already and keeps what it has')
      else takeOverPool(context, pool, differences)
    }
  })
  for (const { at, reason } of found.differences) differences.add(at, reason)
  for (const [name, called] of Object.entries(found.functions)) {
    if (functions.has(name)) continue
    differences.add(
      `config.json TriggerFunctions.${name}`,
      `${called} runs where --triggers or --lambda-endpoint says`,
    )
  }
  const pools = found.pools.map(({ id, request, clients }) => ({
    logicalId: request.PoolName,
    userPoolId: id,
    clients: clients.map(({ id: clientId, request: { ClientName, ClientSecret } }) => ({
      logicalId: ClientName,
      clientId,
      ...(ClientSecret !== undefined && { clientSecret: ClientSecret }),
    })),
  }))
  return { pools, differences: differences.list() }
}

function takeOverPool(context: Context, found: FoundPool, differences: Differences): void {
  const { id, request, clients, groups, users } = found
  for (const { at, reason } of found.differences) differences.add(at, reason)
  try {
    const pool = context.pools.setMfa(context.pools.create(request, id), mfaOf(found))
    for (const client of clients) context.clients.create(client.request, client.id)
    const taken = new Map(
      users.map((user) => [user.Username, takeOverUser(context, pool, user, differences)]),
    )
    for (const group of groups) takeOverGroup(context, pool, group, taken, differences)
    tellVerified(found, taken, differences)
    tellTokens(found, differences)
  } catch (error) {
    if (!(error instanceof CognitoException)) throw error
    throw new CognitoLocalUnusableError(`${found.file}:`, `Cognito refuses it: ${error.message}`)
  }
}

// cognito-local lets users turn on what its pool does not offer; here they would not be asked for it.
function mfaOf({ request, hasSoftwareTokens, users }: FoundPool): PoolMfa {
  const all = users.map(factorsOf)
  const isOn = (factor: SecondFactor) => all.some(({ enabled }) => enabled.includes(factor))
  const { SmsConfiguration } = request
  return {
    SoftwareTokenMfaConfiguration: { Enabled: hasSoftwareTokens || isOn('SOFTWARE_TOKEN_MFA') },
    ...((SmsConfiguration !== undefined || isOn('SMS_MFA')) && {
      SmsMfaConfiguration: { ...(SmsConfiguration && { SmsConfiguration }) },
    }),
  }
}

/** Answers undefined where there can be no such user. */
function takeOverUser(
  { world, users }: Context,
  pool: UserPool,
  stored: StoredUser,
  differences: Differences,
): User | undefined {
  const at = `${pool.Id} ${labelOf(stored)}`
  const because = refusal(stored.Username, 'UsernameType')
  if (because !== undefined) {
    differences.add(at, `is left out: Cognito takes no such username: ${because}`)
    return undefined
  }
  try {
    return users.takeOver(pool, userOf(world, pool, stored, at, differences))
  } catch (error) {
    if (!(error instanceof LoginTakenError)) throw error
    differences.add(at, `is left out: another user of the pool has the same ${error.by}`)
    return undefined
  }
}

function takeOverGroup(
  { world, groups }: Context,
  pool: UserPool,
  { members = [], CreationDate, LastModifiedDate, ...group }: StoredGroup,
  users: ReadonlyMap<string, User | undefined>,
  differences: Differences,
): void {
  const at = `${pool.Id} group ${group.GroupName}`
  const request = { UserPoolId: pool.Id, ...group }
  const because = refusal(request, 'CreateGroupRequest')
  if (because !== undefined) {
    differences.add(at, `is left out: ${because}`)
    return
  }
  groups.save(pool, group.GroupName, {
    ...request,
    CreationDate: seconds(timeOf(CreationDate, world.clock())),
    LastModifiedDate: seconds(timeOf(LastModifiedDate, world.clock())),
  })
  for (const username of members) {
    const user = users.get(username)
    if (user) groups.add(user, group.GroupName)
    else differences.add(at, `has lost its member ${username}, whom the pool has not`)
  }
}

function tellVerified(
  { id, users }: FoundPool,
  taken: ReadonlyMap<string, User | undefined>,
  differences: Differences,
): void {
  for (const name of ['email_verified', 'phone_number_verified']) {
    const count = users.filter(
      ({ Username, Attributes }) =>
        taken.get(Username)?.attributes[name] === 'true' && !Attributes.some(({ Name }) => Name === name),
    ).length
    if (count > 0) differences.add(`${id} ${name}`, `is true now for ${people(count)} who have confirmed`)
  }
}

function tellTokens({ id, users }: FoundPool, differences: Differences): void {
  const count = users.filter(({ RefreshTokens = [] }) => RefreshTokens.length > 0).length
  if (count > 0) {
    differences.add(
      `${id} RefreshTokens`,
      `of ${people(count)} are left out: whoever was signed in signs in again`,
    )
  }
}

const people = (count: number) => (count === 1 ? '1 user' : `${count} users`)
