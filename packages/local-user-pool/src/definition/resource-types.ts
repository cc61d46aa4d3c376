import { isRecord } from '../core/record.ts'
import type { Operations } from '../protocol/types.generated.ts'

/** How a resource of a template comes to be: which operations of the API do what CloudFormation does. */
export interface ResourceType {
  /** Makes it. Where there is no `find`, it may be done again. */
  readonly create: keyof Operations
  /** Finds what is there from an earlier start. */
  readonly find?: keyof Operations
  /** What the answer of `find` adds to the input of `update`; undefined where nothing was found after all. */
  readonly found?: (output: Output) => Output | undefined
  /** Puts new settings in place of the old ones; without it, what is there stays as it is. */
  readonly update?: keyof Operations
  /** `update` keeps what it is not given: it is given all of its members, so that what the template does not say goes. */
  readonly updatesInPart?: true
  /** Sets what the others do not; given all of its members, so that what the template does not say is off. */
  readonly also?: keyof Operations
  /** The property that `Ref` answers. */
  readonly ref?: string
}

type Output = Record<string, unknown>

/** In the order in which they are made: what comes later may name what comes before. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::Cognito::UserPool': {
    create: 'CreateUserPool',
    find: 'DescribeUserPool',
    update: 'UpdateUserPool',
    also: 'SetUserPoolMfaConfig',
  },
  'AWS::Cognito::UserPoolResourceServer': {
    create: 'CreateResourceServer',
    find: 'DescribeResourceServer',
    update: 'UpdateResourceServer',
    ref: 'Identifier',
  },
  'AWS::Cognito::UserPoolIdentityProvider': {
    create: 'CreateIdentityProvider',
    find: 'DescribeIdentityProvider',
    update: 'UpdateIdentityProvider',
    updatesInPart: true,
    ref: 'ProviderName',
  },
  'AWS::Cognito::UserPoolDomain': {
    create: 'CreateUserPoolDomain',
    find: 'DescribeUserPoolDomain',
    // observed: clients of AWS in public code bases: DescribeUserPoolDomain answers an empty description, and no
    // exception, for a domain that does not exist.
    found: ({ DomainDescription }) => (Object.keys(DomainDescription ?? {}).length > 0 ? {} : undefined),
    update: 'UpdateUserPoolDomain',
    updatesInPart: true,
    ref: 'Domain',
  },
  'AWS::Cognito::UserPoolClient': {
    create: 'CreateUserPoolClient',
    find: 'DescribeUserPoolClient',
    update: 'UpdateUserPoolClient',
  },
  'AWS::Cognito::UserPoolGroup': {
    create: 'CreateGroup',
    find: 'GetGroup',
    update: 'UpdateGroup',
    updatesInPart: true,
    ref: 'GroupName',
  },
  'AWS::Cognito::UserPoolUser': { create: 'AdminCreateUser', find: 'AdminGetUser', ref: 'Username' },
  'AWS::Cognito::UserPoolUserToGroupAttachment': { create: 'AdminAddUserToGroup' },
  'AWS::Cognito::UserPoolUICustomizationAttachment': { create: 'SetUICustomization' },
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': { create: 'SetRiskConfiguration' },
  'AWS::Cognito::LogDeliveryConfiguration': { create: 'SetLogDeliveryConfiguration', ref: 'UserPoolId' },
  'AWS::Cognito::ManagedLoginBranding': {
    create: 'CreateManagedLoginBranding',
    find: 'DescribeManagedLoginBrandingByClient',
    found: ({ ManagedLoginBranding }) => only(ManagedLoginBranding, 'ManagedLoginBrandingId'),
    update: 'UpdateManagedLoginBranding',
    updatesInPart: true,
  },
  'AWS::Cognito::Terms': {
    create: 'CreateTerms',
    // Clients may have terms of one name each.
    find: 'DescribeTermsByClient',
    found: ({ Terms }) => only(Terms, 'TermsId'),
    update: 'UpdateTerms',
  },
}

/** How resources of a type come to be; undefined where the type is none of Cognito's here. */
export function resourceTypeOf(type: string): ResourceType | undefined {
  return Object.hasOwn(resourceTypes, type) ? resourceTypes[type] : undefined
}

function only(found: unknown, member: string): Output | undefined {
  return isRecord(found) ? { [member]: found[member] } : undefined
}
