import { isRecord } from '../core/record.ts'
import type { Operations } from '../protocol/types.generated.ts'

/** How a resource of a template comes to be: which operations of the API do what CloudFormation does. */
export interface ResourceType {
  /** Makes it. Where there is no `find`, it may be done again. */
  readonly create: keyof Operations
  /** Finds what is there from an earlier start. */
  readonly find?: keyof Operations
  /** What the answer of `find` adds to the input of `update`; undefined where nothing was found after all. */
  readonly found?: (output: Output, input: Output) => Output | undefined
  /** Puts new settings in place of the old ones; without it, what is there stays as it is. */
  readonly update?: keyof Operations
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
    ref: 'ProviderName',
  },
  'AWS::Cognito::UserPoolDomain': {
    create: 'CreateUserPoolDomain',
    find: 'DescribeUserPoolDomain',
    // observed: clients of AWS in public code bases: DescribeUserPoolDomain answers an empty description, and no
    // exception, for a domain that does not exist.
    found: ({ DomainDescription }) => (Object.keys(DomainDescription ?? {}).length > 0 ? {} : undefined),
    update: 'UpdateUserPoolDomain',
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
    ref: 'GroupName',
  },
  'AWS::Cognito::UserPoolUser': { create: 'AdminCreateUser', find: 'AdminGetUser', ref: 'Username' },
  'AWS::Cognito::UserPoolUserToGroupAttachment': { create: 'AdminAddUserToGroup' },
  'AWS::Cognito::UserPoolUICustomizationAttachment': { create: 'SetUICustomization' },
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': { create: 'SetRiskConfiguration' },
  'AWS::Cognito::LogDeliveryConfiguration': { create: 'SetLogDeliveryConfiguration' },
  'AWS::Cognito::ManagedLoginBranding': {
    create: 'CreateManagedLoginBranding',
    find: 'DescribeManagedLoginBrandingByClient',
    found: ({ ManagedLoginBranding }) => only(ManagedLoginBranding, 'ManagedLoginBrandingId'),
    update: 'UpdateManagedLoginBranding',
  },
  'AWS::Cognito::Terms': {
    create: 'CreateTerms',
    find: 'ListTerms',
    found: ({ Terms }, { TermsName }) =>
      only(
        (Terms as readonly Output[] | undefined)?.find((terms) => terms.TermsName === TermsName),
        'TermsId',
      ),
    update: 'UpdateTerms',
  },
}

function only(found: unknown, member: string): Output | undefined {
  return isRecord(found) ? { [member]: found[member] } : undefined
}
