import { expect, test } from 'vitest'
import { model, shapeOf } from '../protocol/model.ts'
import { planOf } from './plan.ts'
import { memberOf, shapeAt } from './properties.ts'
import { resourceTypes } from './resource-types.ts'
import { TemplateError } from './template.ts'
import { withoutEffect } from './without-effect.ts'

const place = { region: 'eu-central-1', accountId: '000000000000', endpoint: 'http://localhost:9339' }

/** A plan for a pool with these properties, and for what else there is. */
function planned(properties: object, others: object = {}) {
  const Users = { Type: 'AWS::Cognito::UserPool', Properties: properties }
  const plan = planOf({ template: { Resources: { ...others, Users } } }, place, new Set(['PreSignUp']))
  const said = plan.differences.list().map(({ at, reason }) => `${at}: ${reason}`)
  return { said, resources: plan.resources }
}

test('numbers and truth may be texts, and texts may be numbers, as in any template', () => {
  const { resources, said } = planned({
    Policies: { PasswordPolicy: { MinimumLength: '10', RequireNumbers: 'false' } },
    Schema: [{ Name: 'plan', StringAttributeConstraints: { MaxLength: 9 } }],
  })
  expect(resources[0]?.members).toMatchObject({
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireNumbers: false } },
    Schema: [{ Name: 'plan', StringAttributeConstraints: { MaxLength: '9' } }],
  })
  expect(said).toEqual([])
})

test.each([
  [
    { Policies: { PasswordPolicy: { MinimumLength: 'ten' } } },
    'Users.Policies.PasswordPolicy.MinimumLength: is "ten". Write a number.',
  ],
  [
    { Policies: { PasswordPolicy: { RequireNumbers: 'yes' } } },
    'Users.Policies.PasswordPolicy.RequireNumbers: is "yes". Write true or false.',
  ],
  [
    { Policies: { PasswordPolicy: { MinimumLength: '7.5' } } },
    'Users.Policies.PasswordPolicy.MinimumLength: is "7.5". Write a whole number.',
  ],
  [
    { AdminCreateUserConfig: { UnusedAccountValidityDays: Number.POSITIVE_INFINITY } },
    'Users.AdminCreateUserConfig.UnusedAccountValidityDays: is Infinity. Write a whole number.',
  ],
  [{ Schema: { Name: 'plan' } }, 'Users.Schema: is {"Name":"plan"}. Write a list.'],
  [{ Schema: ['plan'] }, 'Users.Schema[0]: is "plan". Write an object.'],
  [{ UserPoolName: ['a'] }, 'Users.UserPoolName: is ["a"]. Write a text.'],
  [
    { MfaConfiguration: 'ON' },
    'Users.EnabledMfas: names no second factor, but MfaConfiguration asks for one. Name one here.',
  ],
  [
    { EnabledMfas: ['TOTP'] },
    "Users.EnabledMfas: 'TOTP' is none of SMS_MFA, SOFTWARE_TOKEN_MFA and EMAIL_OTP.",
  ],
])('%j is an error that names the property and says what to write', (properties, message) => {
  expect(() => planned(properties)).toThrow(message)
})

/** A list in a list in a list … */
function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

test.each([
  [{}, 'Resources: there are none. Is this a CloudFormation template?'],
  [
    { Resources: { Users: { Type: 'AWS::Cognito::UserPool', Condition: { Ref: 'A' } } } },
    'Users.Condition: is no name of a condition.',
  ],
  [
    {
      Resources: { Users: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: nested(20_000) } } },
    },
    'Users: is nested too deeply',
  ],
  [{ Resources: { Users: {} } }, 'Users: has no Type, as in "Type": "AWS::Cognito::UserPool".'],
  [
    { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } },
    'Resources: there is no AWS::Cognito::UserPool. If it is in a nested stack',
  ],
])('is an error (%#): %.80j', (template, message) => {
  expect(() => planOf({ template }, place, new Set())).toThrow(TemplateError)
  expect(() => planOf({ template }, place, new Set())).toThrow(message)
})

test('tells of properties that it does not know, which may be misspelt', () => {
  const { said } = planned({ UserPoolNmae: 'a', Policies: { PasswordPolicy: { MinLength: 9 } } })
  expect(said).toEqual([
    'Users.UserPoolNmae: is no property that the local user pool knows. Check the spelling',
    'Users.Policies.PasswordPolicy.MinLength: is no property that the local user pool knows. Check the spelling',
  ])
})

test('names that every object has are names like any other', () => {
  const properties = JSON.parse('{ "__proto__": { "EnabledMfas": 7 }, "constructor": 1, "toString": {} }')
  const { said, resources } = planned(properties, {
    constructor: { Type: 'toString' },
    valueOf: { Type: '__proto__', Properties: properties },
  })
  expect(resources).toHaveLength(1)
  expect(said.sort()).toEqual([
    'Users.__proto__: is no property that the local user pool knows. Check the spelling',
    'Users.constructor: is no property that the local user pool knows. Check the spelling',
    'Users.toString: is no property that the local user pool knows. Check the spelling',
  ])
})

test('a dot in a name leads nowhere', () => {
  const { resources, said } = planned({ 'Policies.PasswordPolicy': { MinimumLength: 20 } })
  expect(resources[0]?.members).not.toHaveProperty('Policies')
  expect(said).toEqual([
    'Users.Policies.PasswordPolicy: is no property that the local user pool knows. Check the spelling',
  ])
})

test('second factors that AWS alone knows are told of', () => {
  const { said } = planned({ EnabledMfas: ['SOFTWARE_TOKEN_MFA', { 'Fn::ImportValue': 'mfa' }] })
  expect(said).toEqual(['Users.EnabledMfas[1]: Fn::ImportValue is worked out on AWS alone'])
})

test('tells of what macros would make', () => {
  const template = {
    Transform: ['AWS::LanguageExtensions', 'Own'],
    Resources: {
      'Fn::Transform': { Name: 'AWS::Include' },
      Users: { Type: 'AWS::Cognito::UserPool', Properties: { 'Fn::ForEach::Tags': ['Name', ['a'], {}] } },
      Search: { Type: 'AWS::Serverless::Application' },
    },
  }
  const { differences } = planOf({ template }, place, new Set())
  expect(differences.list().map(({ at, reason }) => `${at}: ${reason}`)).toEqual([
    'Transform: Own is worked out on AWS alone',
    'Fn::Transform: is left out: it is worked out on AWS alone',
    'Search: is a nested stack, which is not read: name its own template instead',
    'Users.Fn::ForEach::Tags: is worked out on AWS alone',
  ])
})

test('tells of triggers that have no function, and not of those that have one', () => {
  const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:greet'
  const { said } = planned({ LambdaConfig: { PreSignUp: arn, CustomMessage: arn } })
  expect(said).toEqual(['Users.LambdaConfig.CustomMessage: is stored; no function runs for it here'])
})

test('tells of triggers that SAM has on the side of the function, and of loops', () => {
  const event = (Trigger: unknown) => ({
    Type: 'Cognito',
    Properties: { UserPool: { Ref: 'Users' }, Trigger },
  })
  const { said } = planned(
    {},
    {
      Greet: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          Events: {
            SignUp: event(['PreSignUp', 'PostConfirmation']),
            Own: event('PreSignUp'),
            Get: { Type: 'Api' },
          },
        },
      },
      'Fn::ForEach::Groups': ['Name', ['a', 'b'], { Each: {} }],
    },
  )
  expect(said.sort()).toEqual([
    'Fn::ForEach::Groups: is left out: it is worked out on AWS alone',
    'Greet.Events.SignUp: no function runs for PostConfirmation here',
  ])
})

test('pools come first, and attachments last, wherever they stand', () => {
  const UserPoolId = { Ref: 'Users' }
  const { resources } = planned(
    {},
    {
      InStaff: {
        Type: 'AWS::Cognito::UserPoolUserToGroupAttachment',
        Properties: { UserPoolId, Username: { Ref: 'Taro' }, GroupName: { Ref: 'Staff' } },
      },
      Taro: { Type: 'AWS::Cognito::UserPoolUser', Properties: { UserPoolId, Username: 'taro' } },
      Staff: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId } },
    },
  )
  expect(resources.map(({ logicalId }) => logicalId)).toEqual(['Users', 'Staff', 'Taro', 'InStaff'])
  expect(resources.at(-1)?.members).toMatchObject({ GroupName: 'Staff', Username: 'taro' })
})

test('what refers to a client means the one that is made', () => {
  const UserPoolId = { Ref: 'Users' }
  const { resources } = planned(
    {},
    {
      Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId, GenerateSecret: true } },
      Look: {
        Type: 'AWS::Cognito::UserPoolUICustomizationAttachment',
        Properties: { UserPoolId, ClientId: { Ref: 'Web' }, CSS: { 'Fn::GetAtt': ['Web', 'ClientSecret'] } },
      },
    },
  )
  const [, web, look] = resources
  expect(look?.members).toMatchObject({ ClientId: web?.id, CSS: web?.members.ClientSecret })
  expect(web?.members.ClientSecret).toMatch(/^[0-9a-z]{51}$/)
})

test('a setting for all clients names none of them', () => {
  const Properties = { UserPoolId: { Ref: 'Users' }, ClientId: 'ALL', CSS: '.a {}' }
  const { resources } = planned(
    {},
    { Look: { Type: 'AWS::Cognito::UserPoolUICustomizationAttachment', Properties } },
  )
  expect(resources.at(-1)?.members).toEqual({ UserPoolId: resources[0]?.id, CSS: '.a {}' })
})

test('resources of other services are passed over, whatever their conditions hang on', () => {
  const template = {
    Parameters: { Size: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/size' } },
    Conditions: { IsLarge: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
    Resources: {
      Users: { Type: 'AWS::Cognito::UserPool' },
      Files: { Type: 'AWS::S3::Bucket', Condition: 'IsLarge' },
    },
  }
  const { resources, differences } = planOf({ template }, place, new Set())
  expect(resources).toHaveLength(1)
  expect(differences.list()).toEqual([])
})

test('leaves out what belongs to a pool of another template', () => {
  const Properties = { UserPoolId: 'eu-central-1_Elsewher', GroupName: 'staff' }
  const { resources, said } = planned({}, { Staff: { Type: 'AWS::Cognito::UserPoolGroup', Properties } })
  expect(resources).toHaveLength(1)
  expect(said).toEqual(['Staff: is left out: its user pool is not one of this template'])
})

test('what cannot be without a value that AWS alone knows is left out with it', () => {
  const { resources, said } = planned(
    {},
    {
      Domain: {
        Type: 'AWS::Cognito::UserPoolDomain',
        Properties: {
          UserPoolId: { Ref: 'Users' },
          Domain: 'auth.example.com',
          CustomDomainConfig: { CertificateArn: { Ref: 'Certificate' } },
        },
      },
      Certificate: { Type: 'AWS::CertificateManager::Certificate' },
    },
  )
  expect(resources.at(-1)?.members).toEqual({
    UserPoolId: resources[0]?.id,
    Domain: 'auth.example.com',
    ManagedLoginVersion: 1,
  })
  expect(said).toEqual([
    'Domain.CustomDomainConfig.CertificateArn: Certificate (AWS::CertificateManager::Certificate) exists on AWS alone',
  ])
})

test('a secret that AWS keeps is left out, and the rest of its identity provider is not', () => {
  const { resources, said } = planned(
    {},
    {
      Google: {
        Type: 'AWS::Cognito::UserPoolIdentityProvider',
        Properties: {
          UserPoolId: { Ref: 'Users' },
          ProviderName: 'Google',
          ProviderType: 'Google',
          ProviderDetails: { client_id: 'a', client_secret: '{{resolve:secretsmanager:google}}' },
        },
      },
    },
  )
  expect(resources.at(-1)?.members).toMatchObject({ ProviderDetails: { client_id: 'a' } })
  expect(said).toEqual([
    'Google.ProviderDetails.client_secret: it is kept by AWS (secretsmanager)',
    'Google.ProviderType: is not asked: a page of the local user pool stands in for it',
  ])
})

const types = Object.entries(resourceTypes)

test.each(types)('%s is made by operations that the model has', (_, { create, find, update, also, ref }) => {
  for (const operation of [create, find, update, also]) {
    if (operation !== undefined) expect(Object.keys(model.operations)).toContain(operation)
  }
  const shape = shapeOf(model.operations[create]?.input ?? '')
  if (ref !== undefined) expect(shape).toHaveProperty(['members', ref])
})

const remarks = Object.entries(withoutEffect).flatMap(([type, ways]) =>
  Object.keys(ways).map((way) => [type, way]),
)

test.each(remarks)('what is said of %s is about a property that there is: %s', (type = '', way = '') => {
  const [property = '', ...rest] = way.split('.')
  const member = memberOf(type, property)
  const known = resourceTypes[type]
  expect(known && member && shapeAt(known, [...member, ...rest])).toBeTypeOf('string')
})

/** Every property that CloudFormation documents, by type. */
const documented: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': [
    ...['AccountRecoverySetting', 'AdminCreateUserConfig', 'AliasAttributes', 'AutoVerifiedAttributes'],
    ...[
      'DeletionProtection',
      'DeviceConfiguration',
      'EmailAuthenticationMessage',
      'EmailAuthenticationSubject',
    ],
    ...['EmailConfiguration', 'EmailVerificationMessage', 'EmailVerificationSubject', 'EnabledMfas'],
    ...['IssuerConfiguration', 'KeyConfiguration', 'LambdaConfig', 'MfaConfiguration', 'Policies', 'Schema'],
    ...[
      'SmsAuthenticationMessage',
      'SmsConfiguration',
      'SmsVerificationMessage',
      'UserAttributeUpdateSettings',
    ],
    ...['UsernameAttributes', 'UsernameConfiguration', 'UserPoolAddOns', 'UserPoolName', 'UserPoolTags'],
    ...['UserPoolTier', 'VerificationMessageTemplate', 'WebAuthnFactorConfiguration'],
    ...['WebAuthnRelyingPartyID', 'WebAuthnUserVerification'],
  ],
  'AWS::Cognito::UserPoolClient': [
    ...['AccessTokenValidity', 'AllowedOAuthFlows', 'AllowedOAuthFlowsUserPoolClient', 'AllowedOAuthScopes'],
    ...['AnalyticsConfiguration', 'AuthSessionValidity', 'CallbackURLs', 'ClientName', 'DefaultRedirectURI'],
    ...['EnablePropagateAdditionalUserContextData', 'EnableTokenRevocation', 'ExplicitAuthFlows'],
    ...['GenerateSecret', 'IdTokenValidity', 'LogoutURLs', 'PreventUserExistenceErrors', 'ReadAttributes'],
    ...['RefreshTokenRotation', 'RefreshTokenValidity', 'SupportedIdentityProviders', 'TokenValidityUnits'],
    ...['UserPoolId', 'WriteAttributes'],
  ],
  'AWS::Cognito::UserPoolGroup': ['Description', 'GroupName', 'Precedence', 'RoleArn', 'UserPoolId'],
  'AWS::Cognito::UserPoolUser': [
    ...['ClientMetadata', 'DesiredDeliveryMediums', 'ForceAliasCreation', 'MessageAction', 'UserAttributes'],
    ...['Username', 'UserPoolId', 'ValidationData'],
  ],
  'AWS::Cognito::UserPoolUserToGroupAttachment': ['GroupName', 'Username', 'UserPoolId'],
  'AWS::Cognito::UserPoolResourceServer': ['Identifier', 'Name', 'Scopes', 'UserPoolId'],
  'AWS::Cognito::UserPoolDomain': [
    ...['CustomDomainConfig', 'Domain', 'ManagedLoginVersion', 'Routing', 'UserPoolId'],
  ],
  'AWS::Cognito::UserPoolIdentityProvider': [
    ...[
      'AttributeMapping',
      'IdpIdentifiers',
      'ProviderDetails',
      'ProviderName',
      'ProviderType',
      'UserPoolId',
    ],
  ],
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': [
    ...['AccountTakeoverRiskConfiguration', 'ClientId', 'CompromisedCredentialsRiskConfiguration'],
    ...['RiskExceptionConfiguration', 'UserPoolId'],
  ],
  'AWS::Cognito::UserPoolUICustomizationAttachment': ['ClientId', 'CSS', 'UserPoolId'],
  'AWS::Cognito::ManagedLoginBranding': [
    ...['Assets', 'ClientId', 'ReturnMergedResources', 'Settings', 'UseCognitoProvidedValues', 'UserPoolId'],
  ],
  'AWS::Cognito::LogDeliveryConfiguration': ['LogConfigurations', 'UserPoolId'],
  'AWS::Cognito::Terms': ['ClientId', 'Enforcement', 'Links', 'TermsName', 'TermsSource', 'UserPoolId'],
}

test.each(types)('%s knows every property that CloudFormation documents, and no other', (type, known) => {
  const isKnown = (property: string) => {
    const way = memberOf(type, property)
    return way === null || (way !== undefined && shapeAt(known, way) !== undefined)
  }
  const members = [known.create, known.also ?? known.create].flatMap((operation) => {
    const shape = shapeOf(model.operations[operation]?.input ?? '')
    return shape.type === 'structure' ? Object.keys(shape.members) : []
  })
  const properties = documented[type] ?? []
  expect(properties.filter((property) => !isKnown(property))).toEqual([])
  expect(members.filter((member) => isKnown(member) && !properties.includes(member))).toEqual([])
})
