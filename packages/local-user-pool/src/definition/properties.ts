import { model, shapeOf } from '../protocol/model.ts'
import { clientIdOf, clientSecretOf, poolIdOf } from './ids.ts'
import type { ResourceType } from './resource-types.ts'
import { TemplateError } from './template.ts'

/** Members of the API's requests, by their names there. */
export type Members = Record<string, unknown>

/**
 * Properties that have another name in the API than in CloudFormation, and the way to their member there. The value of
 * one with no way is looked at in `completed`.
 */
const elsewhere: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'AWS::Cognito::UserPool': {
    UserPoolName: 'PoolName',
    WebAuthnRelyingPartyID: 'WebAuthnConfiguration.RelyingPartyId',
    WebAuthnUserVerification: 'WebAuthnConfiguration.UserVerification',
    WebAuthnFactorConfiguration: 'WebAuthnConfiguration.FactorConfiguration',
    EmailAuthenticationMessage: 'EmailMfaConfiguration.Message',
    EmailAuthenticationSubject: 'EmailMfaConfiguration.Subject',
    EnabledMfas: null,
  },
  // What an answer has in it, which nobody reads here.
  'AWS::Cognito::ManagedLoginBranding': { ReturnMergedResources: null },
}

/** Members of the API's requests that a template has no property for. */
const inRequestsAlone: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': [
    'PoolName',
    'UserPoolId',
    'SmsMfaConfiguration',
    'SoftwareTokenMfaConfiguration',
    'EmailMfaConfiguration',
    'WebAuthnConfiguration',
  ],
  'AWS::Cognito::UserPoolClient': ['ClientSecret'],
  'AWS::Cognito::UserPoolUser': ['TemporaryPassword'],
  'AWS::Cognito::UserPoolUICustomizationAttachment': ['ImageFile'],
}

/**
 * The way to the member that a property of a template is in the API; null where it is none, undefined where there is no
 * such property.
 */
export function memberOf(type: string, property: string): readonly string[] | null | undefined {
  const ways = elsewhere[type] ?? {}
  const way = Object.hasOwn(ways, property) ? ways[property] : undefined
  if (way !== undefined) return way?.split('.') ?? null
  return inRequestsAlone[type]?.includes(property) ? undefined : [property]
}

/** The shape of a member of any of the resource's operations; undefined where none has it. */
export function shapeAt({ create, also }: ResourceType, way: readonly string[]): string | undefined {
  for (const operation of also ? [create, also] : [create]) {
    let shape = model.operations[operation]?.input
    for (const name of way) shape = shape === undefined ? undefined : memberShape(shape, name)
    if (shape !== undefined) return shape
  }
  return undefined
}

function memberShape(shapeName: string, member: string): string | undefined {
  const shape = shapeOf(shapeName)
  return shape.type === 'structure' && Object.hasOwn(shape.members, member)
    ? shape.members[member]
    : undefined
}

/** The members that an operation takes. */
export function taken(members: Members, operation: string): Members {
  const input = model.operations[operation]?.input
  return input === undefined
    ? {}
    : Object.fromEntries(Object.entries(members).filter(([name]) => memberShape(input, name) !== undefined))
}

/** All members that an operation takes, with no value. */
export function membersOf(operation: string): Members {
  const input = model.operations[operation]?.input
  const shape = input === undefined ? undefined : shapeOf(input)
  const names = shape?.type === 'structure' ? Object.keys(shape.members) : []
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** The names of the members that an operation cannot be without. */
export function requiredBy(operation: string): readonly string[] {
  const input = model.operations[operation]?.input
  const shape = input === undefined ? undefined : shapeOf(input)
  return shape?.type === 'structure' ? (shape.required ?? []) : []
}

/** What a resource is asked for: members of its operations, and the id that it gets where it gets a fixed one. */
export interface Asked {
  readonly members: Members
  readonly id?: string
}

/**
 * The members that a resource's properties come to, with what CloudFormation adds of its own.
 *
 * @param enabledMfas the property of that name, which says in one list what the API says in three members
 */
export function completed(
  type: string,
  logicalId: string,
  members: Members,
  enabledMfas: unknown,
  region: string,
): Asked {
  switch (type) {
    case 'AWS::Cognito::UserPool': {
      const id = poolIdOf(logicalId, region)
      // Tags are the one setting that UpdateUserPool keeps where it is not given.
      const UserPoolTags = members.UserPoolTags ?? {}
      const factors = factorsOf(`${logicalId}.EnabledMfas`, members, enabledMfas)
      return { id, members: { PoolName: logicalId, ...members, ...factors, UserPoolTags, UserPoolId: id } }
    }
    case 'AWS::Cognito::UserPoolClient': {
      const { GenerateSecret, ...others } = members
      const id = clientIdOf(logicalId, String(members.UserPoolId), GenerateSecret === true)
      // Not a random one: it stands in somebody's environment file, as the id does.
      const secret = GenerateSecret ? { ClientSecret: clientSecretOf(id) } : {}
      return { id, members: { ClientName: logicalId, ...others, ...secret, ClientId: id } }
    }
    case 'AWS::Cognito::UserPoolGroup':
      return { members: { GroupName: logicalId, ...members } }
    case 'AWS::Cognito::UserPoolUICustomizationAttachment':
      // SetUICustomization keeps a style where it is given none.
      return { members: { CSS: '', ...withoutAll(members) } }
    case 'AWS::Cognito::UserPoolRiskConfigurationAttachment':
      return { members: withoutAll(members) }
    case 'AWS::Cognito::UserPoolDomain':
      return { members: { ManagedLoginVersion: 1, ...members } }
    case 'AWS::Cognito::ManagedLoginBranding':
      return { members: { UseCognitoProvidedValues: false, ...members } }
    default:
      return { members }
  }
}

// documented: in a template ALL stands for every client of the pool, which the API says by naming none.
function withoutAll({ ClientId, ...others }: Members): Members {
  return ClientId === undefined || ClientId === 'ALL' ? others : { ...others, ClientId }
}

// documented: EnabledMfas of a template takes SMS_MFA, SOFTWARE_TOKEN_MFA and EMAIL_OTP. assumed: without EnabledMfas a
// pool that can send text messages has SMS as its second factor, as before there was that property.
function factorsOf(at: string, members: Members, enabledMfas: unknown): Members {
  const { SmsConfiguration, SmsAuthenticationMessage, EmailMfaConfiguration = {} } = members
  const canBeAsked = members.MfaConfiguration === 'ON' || members.MfaConfiguration === 'OPTIONAL'
  const byDefault = SmsConfiguration !== undefined && canBeAsked ? ['SMS_MFA'] : []
  const enabled = enabledMfas ?? byDefault
  if (!Array.isArray(enabled)) throw new TemplateError(at, 'is no list. Write one.')
  for (const factor of enabled) {
    if (!['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'].includes(factor)) {
      const written = typeof factor === 'string' ? `'${factor}'` : JSON.stringify(factor)
      throw new TemplateError(at, `${written} is none of SMS_MFA, SOFTWARE_TOKEN_MFA and EMAIL_OTP.`)
    }
  }
  if (canBeAsked && enabled.length === 0) {
    throw new TemplateError(at, 'names no second factor, but MfaConfiguration asks for one. Name one here.')
  }
  return {
    MfaConfiguration: members.MfaConfiguration ?? 'OFF',
    SmsMfaConfiguration: enabled.includes('SMS_MFA')
      ? {
          ...(SmsAuthenticationMessage !== undefined && { SmsAuthenticationMessage }),
          ...(SmsConfiguration !== undefined && { SmsConfiguration }),
        }
      : undefined,
    SoftwareTokenMfaConfiguration: { Enabled: enabled.includes('SOFTWARE_TOKEN_MFA') },
    EmailMfaConfiguration: enabled.includes('EMAIL_OTP') ? EmailMfaConfiguration : undefined,
    WebAuthnConfiguration: members.WebAuthnConfiguration,
  }
}
