import { newPoolId } from '../core/identifiers.ts'
import { customAttributes, schemaOf } from '../core/schema.ts'
import { invalidParameter, resourceNotFound, userPoolTagging } from '../protocol/exceptions.ts'
import type {
  CreateUserPoolRequest,
  GetUserPoolMfaConfigResponse,
  SchemaAttributeType,
  UpdateUserPoolRequest,
  UserPoolTagsType,
  UserPoolType,
} from '../protocol/types.generated.ts'
import { UserPoolTable } from '../storage/user-pools.ts'
import { seconds, type World } from './world.ts'

/** What SetUserPoolMfaConfig sets, apart from whether a second factor is asked for at all. */
export type PoolMfa = Omit<GetUserPoolMfaConfigResponse, 'MfaConfiguration'>

/** A user pool: what DescribeUserPool answers, with an id that is certain, and what that operation leaves out. */
export interface UserPool extends UserPoolType {
  readonly Id: string
  readonly SchemaAttributes: SchemaAttributeType[]
  readonly Mfa: PoolMfa
}

export class UserPools {
  readonly #world: World
  readonly #table: UserPoolTable

  constructor(world: World) {
    this.#world = world
    this.#table = new UserPoolTable(world.database)
  }

  /** Makes a pool; the id is chosen by the pool unless the seed asks for one. */
  create(request: CreateUserPoolRequest, id = newPoolId(this.#world.region, this.#world.random)): UserPool {
    const { PoolName, Schema = [], UserPoolTags, ...settings } = request
    const now = seconds(this.#world.clock())
    if (request.UsernameAttributes?.length && request.AliasAttributes?.length) {
      // observed: AWS's own text, quoted in public issues.
      throw invalidParameter(
        'Only one of the aliasAttributes or usernameAttributes can be set in a user pool.',
      )
    }
    const schema = schemaOf(Schema)
    checkCustom(schema)
    checkTags(UserPoolTags)
    checkVerifiedBeforeUpdate(request)
    const pool: UserPool = {
      ...withDefaults(settings),
      Id: id,
      Name: PoolName,
      Arn: `arn:aws:cognito-idp:${this.#world.region}:000000000000:userpool/${id}`,
      SchemaAttributes: schema,
      UserPoolTags: UserPoolTags ?? {},
      Mfa: {},
      CreationDate: now,
      LastModifiedDate: now,
    }
    this.#put(pool)
    return pool
  }

  /** @throws ResourceNotFoundException */
  get(id: string): UserPool {
    const pool = this.#table.get(id)
    if (!pool) throw resourceNotFound(`User pool ${id} does not exist.`)
    return pool as UserPool
  }

  has(id: string): boolean {
    return this.#table.get(id) !== undefined
  }

  /** @throws ResourceNotFoundException where no pool here has that name in AWS */
  ofArn(arn: string): UserPool {
    const pool = this.#table.get(arn.split('/').at(-1) ?? '')
    // assumed: the words.
    if (pool?.Arn !== arn) throw resourceNotFound(`Resource ${arn} does not exist.`)
    return pool as UserPool
  }

  /**
   * Puts new settings in place of the old ones.
   */
  // documented: "If you don't provide a value for an attribute, Amazon Cognito sets it to its default value."
  update({ UserPoolId, UserPoolTags, PoolName, ...settings }: UpdateUserPoolRequest): void {
    const pool = this.get(UserPoolId)
    checkTags(UserPoolTags)
    checkVerifiedBeforeUpdate(settings)
    const { UsernameAttributes, AliasAttributes, UsernameConfiguration } = pool
    this.#put({
      ...withDefaults({ ...settings, UsernameAttributes, AliasAttributes, UsernameConfiguration }),
      Id: pool.Id,
      Name: PoolName ?? pool.Name,
      Arn: pool.Arn,
      SchemaAttributes: pool.SchemaAttributes,
      UserPoolTags: UserPoolTags ?? pool.UserPoolTags,
      Mfa: pool.Mfa,
      CreationDate: pool.CreationDate,
      LastModifiedDate: seconds(this.#world.clock()),
    })
  }

  /** Whether and how the pool asks for a second factor; what is not given stays as it is. */
  setMfa(
    pool: UserPool,
    { MfaConfiguration = pool.MfaConfiguration, ...mfa }: GetUserPoolMfaConfigResponse,
  ): UserPool {
    const changed = {
      ...pool,
      MfaConfiguration,
      Mfa: { ...pool.Mfa, ...mfa },
      LastModifiedDate: seconds(this.#world.clock()),
    }
    this.#put(changed)
    return changed
  }

  /** Adds to what users of the pool may have; nothing is ever taken away. */
  addCustomAttributes(pool: UserPool, attributes: readonly SchemaAttributeType[]): void {
    const added = customAttributes(attributes)
    checkCustom(added)
    const names = new Set(pool.SchemaAttributes.map(({ Name }) => Name))
    for (const { Name = '' } of added) {
      // observed: the words, in an answer of AWS that moto recorded.
      if (names.has(Name)) {
        throw invalidParameter(`${Name.replace(/^dev:/, '')}: Existing attribute already has name ${Name}.`)
      }
      names.add(Name)
    }
    const SchemaAttributes = [...pool.SchemaAttributes, ...added]
    checkCustom(SchemaAttributes)
    this.#put({ ...pool, SchemaAttributes, LastModifiedDate: seconds(this.#world.clock()) })
  }

  setTags(pool: UserPool, tags: UserPoolTagsType): void {
    checkTags(tags, invalidParameter)
    this.#put({ ...pool, UserPoolTags: tags, LastModifiedDate: seconds(this.#world.clock()) })
  }

  delete(id: string): void {
    if (this.get(id).DeletionProtection === 'ACTIVE') {
      throw invalidParameter(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      )
    }
    this.#table.delete(id)
  }

  list(after: string, limit: number): UserPool[] {
    return this.#table.list(after, limit) as UserPool[]
  }

  #put(pool: UserPool): void {
    this.#table.put(pool.Id, pool)
  }
}

// observed: the words, in an answer of AWS quoted in a public issue.
function checkVerifiedBeforeUpdate({
  AutoVerifiedAttributes = [],
  UserAttributeUpdateSettings,
}: Pick<UserPoolType, 'AutoVerifiedAttributes' | 'UserAttributeUpdateSettings'>): void {
  const { AttributesRequireVerificationBeforeUpdate: names = [] } = UserAttributeUpdateSettings ?? {}
  if (names.every((name) => AutoVerifiedAttributes.includes(name))) return
  throw invalidParameter(
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  )
}

const mostTags = 50

// documented: a pool may have 50 tags. assumed: the words, and that CreateUserPool and UpdateUserPool say so by the
// exception about tags that the model declares for them.
function checkTags(tags: UserPoolTagsType = {}, refusal: (message: string) => Error = userPoolTagging): void {
  if (Object.keys(tags).length > mostTags) {
    throw refusal(`A user pool may have no more than ${mostTags} tags.`)
  }
}

// documented: a pool may have 50 custom attributes (developer guide, limits).
const mostCustomAttributes = 50

function checkCustom(schema: readonly SchemaAttributeType[]): void {
  const custom = schema.filter(({ Name = '' }) => /^(dev:)?custom:/.test(Name))
  // observed: AWS's own text, quoted in public issues. assumed: the words where there are too many.
  if (custom.some(({ Required }) => Required)) {
    throw invalidParameter('Required custom attributes are not supported currently.')
  }
  if (custom.length > mostCustomAttributes) {
    throw invalidParameter(`A user pool may have no more than ${mostCustomAttributes} custom attributes.`)
  }
}

/** What DescribeUserPool answers of a pool. */
export function described({ Mfa, ...pool }: UserPool): UserPoolType {
  return pool
}

type Settings = Partial<Omit<CreateUserPoolRequest, 'PoolName' | 'Schema' | 'UserPoolTags'>>

// documented: the defaults of CreateUserPool.
function withDefaults(settings: Settings): Omit<UserPoolType, 'Id'> {
  const { PasswordPolicy } = settings.Policies ?? {}
  const validityDays = PasswordPolicy?.TemporaryPasswordValidityDays || 7
  return {
    DeletionProtection: 'INACTIVE',
    LambdaConfig: {},
    MfaConfiguration: 'OFF',
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    UserPoolTier: 'ESSENTIALS',
    ...settings,
    Policies: {
      ...settings.Policies,
      PasswordPolicy: {
        MinimumLength: 8,
        ...(PasswordPolicy ? requires(false) : requires(true)),
        ...PasswordPolicy,
        TemporaryPasswordValidityDays: validityDays,
      },
    },
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      UnusedAccountValidityDays: validityDays,
      ...settings.AdminCreateUserConfig,
    },
  }
}

const requires = (all: boolean) => ({
  RequireUppercase: all,
  RequireLowercase: all,
  RequireNumbers: all,
  RequireSymbols: all,
})
