import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../core/record.ts'
import { schemaOf } from '../core/schema.ts'
import type { Differences } from '../definition/differences.ts'
import { fitted } from '../definition/fitted.ts'
import { TemplateError } from '../definition/template.ts'
import { checkSettings } from '../domain/clients.ts'
import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  SchemaAttributeType,
} from '../protocol/types.generated.ts'
import { refusal, refusalOf } from './refusal.ts'
import { CognitoLocalUnusableError } from './unusable.ts'

type Members = Readonly<Record<string, unknown>>

/** Where something is written, and where to tell what becomes of it. */
export interface Place {
  readonly file: string
  readonly at: string
  readonly differences: Differences
}

// What a request has not, as it comes of itself or is looked at elsewhere.
const notAsked = [
  'Id',
  'Name',
  'Arn',
  'Status',
  'Domain',
  'CustomDomain',
  'CreationDate',
  'LastModifiedDate',
  'EstimatedNumberOfUsers',
  'SchemaAttributes',
  'SoftwareTokenMfaConfiguration',
  'EmailConfigurationFailure',
  'SmsConfigurationFailure',
  'UserPoolId',
  'ClientId',
] as const

/** The request that makes such a user pool. */
export function userPoolRequest(options: Members, id: string, place: Place): CreateUserPoolRequest {
  const { Name, SchemaAttributes, ...others } = options
  const settings: Partial<CreateUserPoolRequest> = accepted(
    others,
    { PoolName: id },
    'CreateUserPoolRequest',
    place,
  )
  if (settings.AliasAttributes?.length && settings.UsernameAttributes?.length) {
    delete settings.AliasAttributes
    place.differences.add(
      `${place.at}.AliasAttributes`,
      'is left out: Cognito takes these or UsernameAttributes',
    )
  }
  const { AutoVerifiedAttributes = [], UserAttributeUpdateSettings } = settings
  const { AttributesRequireVerificationBeforeUpdate: waiting = [] } = UserAttributeUpdateSettings ?? {}
  if (!waiting.every((name) => AutoVerifiedAttributes.includes(name))) {
    delete settings.UserAttributeUpdateSettings
    place.differences.add(
      `${place.at}.UserAttributeUpdateSettings`,
      'is left out: Cognito lets the old value count of what AutoVerifiedAttributes names alone',
    )
  }
  return {
    ...settings,
    PoolName: nameOf(Name, 'PoolName', id, place),
    Schema: ownSchema(SchemaAttributes, place),
  }
}

/** The request that makes such an app client. */
export function userPoolClientRequest(
  client: Members,
  id: string,
  UserPoolId: string,
  place: Place,
): CreateUserPoolClientRequest {
  const { at, differences } = place
  const { ClientName, ...others } = client
  const settings: Partial<CreateUserPoolClientRequest> = accepted(
    others,
    { UserPoolId, ClientName: id },
    'CreateUserPoolClientRequest',
    place,
  )
  if (!settings.ExplicitAuthFlows?.length) {
    settings.ExplicitAuthFlows = [...everyFlow]
    differences.add(`${at}.ExplicitAuthFlows`, openedFlows)
  }
  for (const together of checkedTogether) {
    const because = refusalOf(() => checkSettings(only(together, settings)))
    if (because === undefined) continue
    for (const name of together) delete settings[name]
    differences.add(`${at}.${together.at(-1)}`, `is left out: ${because}`)
  }
  return { ...settings, ClientName: nameOf(ClientName, 'ClientName', id, place), UserPoolId }
}

// cognito-local (5.3.0) takes passwords from every client, whatever its ExplicitAuthFlows say.
const everyFlow = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

const openedFlows = 'is not said: passwords are taken, as there; on AWS they are not until this allows it'

/** Settings of which each may be right, and all of them together wrong. */
const checkedTogether = [
  ['AccessTokenValidity', 'IdTokenValidity', 'RefreshTokenValidity', 'TokenValidityUnits'],
  ['ExplicitAuthFlows'],
] as const

const only = <Settings extends object>(names: readonly string[], settings: Settings): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name))) as Partial<Settings>

/** The members that a request takes, each as the model of the API allows it; the others are told of. */
function accepted(members: Members, required: Members, shape: string, place: Place): Members {
  const { at, differences } = place
  const asked = Object.entries(members).filter(
    ([name, value]) => value !== null && !notAsked.some((one) => one === name),
  )
  const whole = apiValue(Object.fromEntries(asked), shape, place)
  return Object.fromEntries(
    Object.entries(isRecord(whole) ? whole : {}).filter(([name, value]) => {
      const because = refusal({ ...required, [name]: value }, shape)
      if (because !== undefined) differences.add(`${at}.${name}`, `is left out: ${because}`)
      return because === undefined
    }),
  )
}

function apiValue(value: object, shape: string, { file, at, differences }: Place): unknown {
  // The required ones come later.
  const fit = (one: unknown, name: string) => fitted({ [name]: one }, shape, at, differences)
  try {
    return Object.assign({}, ...Object.entries(value).map(([name, one]) => fit(one, name)))
  } catch (error) {
    throw error instanceof TemplateError ? new CognitoLocalUnusableError(`${file}:`, error.message) : error
  }
}

function nameOf(name: unknown, member: 'PoolName' | 'ClientName', id: string, { at, differences }: Place) {
  const shape = member === 'PoolName' ? 'UserPoolNameType' : 'ClientNameType'
  const because = typeof name === 'string' ? refusal(name, shape) : 'there is none'
  if (because === undefined) return String(name)
  differences.add(`${at}.${member}`, `is the id instead: ${because}`)
  return id
}

/** The attributes of a pool's own, and standard ones that it has changed; names as a request has them. */
function ownSchema(schema: unknown, place: Place): SchemaAttributeType[] {
  const { at, differences } = place
  const whole = apiValue({ Schema: schema ?? [] }, 'CreateUserPoolRequest', place)
  const attributes = (isRecord(whole) ? whole.Schema : []) as SchemaAttributeType[]
  const standard = new Map(schemaOf([]).map((attribute) => [attribute.Name, attribute]))
  return attributes.flatMap((attribute) => {
    const { Name = '', Required, ...rest } = attribute
    const usual = standard.get(Name)
    if (usual && isLike(usual, attribute)) return []
    const own = usual ? attribute : { ...rest, Name: Name.replace(/^(dev:)?custom:/, '') }
    if (!usual && Required)
      differences.add(
        `${at}.SchemaAttributes.${Name}.Required`,
        'is left out: Cognito requires no custom attributes',
      )
    const because = refusal({ PoolName: 'pool', Schema: [own] }, 'CreateUserPoolRequest')
    if (because !== undefined) differences.add(`${at}.SchemaAttributes.${Name}`, `is left out: ${because}`)
    return because === undefined ? [own] : []
  })
}

/** Whether it says nothing else of the attribute. */
function isLike(usual: SchemaAttributeType, said: SchemaAttributeType): boolean {
  return Object.entries(said).every(([name, value]) =>
    isDeepStrictEqual(value, usual[name as keyof SchemaAttributeType]),
  )
}
