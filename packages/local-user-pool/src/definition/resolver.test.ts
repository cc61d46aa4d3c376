// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how templates write it.
import { expect, test } from 'vitest'
import { Parameters } from './parameters.ts'
import { Resolver } from './resolver.ts'
import { readTemplate, TemplateError } from './template.ts'
import { Unknown } from './unknown.ts'

const document = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] },
    Origins: { Type: 'CommaDelimitedList', Default: 'https://a.example, https://b.example' },
    Limit: { Type: 'Number', Default: 8 },
    Brand: { Type: 'String' },
    Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/version' },
  },
  Mappings: { Hosts: { dev: { Name: 'localhost' }, prod: { Name: 'example.com' } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsSmall: { 'Fn::And': [{ Condition: 'IsDev' }, { 'Fn::Equals': [{ Ref: 'Limit' }, 8] }] },
    IsDev: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    IsEither: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsDev' }] },
    IsRound: { 'Fn::Not': [{ Condition: 'IsSquare' }] },
    IsSquare: { 'Fn::Not': [{ Condition: 'IsRound' }] },
    IsNew: { 'Fn::Equals': [{ Ref: 'Version' }, '2'] },
    IsMisspelt: { 'Fn::Equal': ['a', 'a'] },
    constructor: { 'Fn::Equals': ['a', 'a'] },
    IsPrototypal: { constructor: ['a', 'a'] },
  },
  Resources: {
    Users: { Type: 'AWS::Cognito::UserPool' },
    Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Users' } } },
    Server: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Users' },
        GenerateSecret: 'true',
        ClientName: { 'Fn::Sub': '${Stage}-server' },
      },
    },
    Logs: { Type: 'AWS::Cognito::LogDeliveryConfiguration', Properties: { UserPoolId: { Ref: 'Users' } } },
    Staff: {
      Type: 'AWS::Cognito::UserPoolGroup',
      Properties: { GroupName: { 'Fn::Sub': '${Stage}-staff' } },
    },
    Snake: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { GroupName: { 'Fn::Sub': '${Snake}' } } },
    Greet: { Type: 'AWS::Lambda::Function' },
    Role: { Type: 'AWS::IAM::Role' },
    Site: { Type: 'AWS::CloudFront::Distribution' },
    Extra: { Type: 'AWS::Cognito::UserPoolGroup', Condition: 'IsProd' },
  },
}

const place = { region: 'eu-central-1', accountId: '000000000000', endpoint: 'http://localhost:9339' }

const resolverWith = (given: Readonly<Record<string, string>> = {}) => {
  const template = readTemplate(document)
  return new Resolver(template, new Parameters(template.parameters, given), place)
}

const resolved = (value: unknown, given?: Readonly<Record<string, string>>) =>
  resolverWith(given).resolve(value, 'Here')

const poolId = expect.stringMatching(/^eu-central-1_[0-9A-Za-z]{9}$/)

test.each([
  [{ Ref: 'Stage' }, 'dev'],
  [{ Ref: 'Limit' }, '8'],
  [{ Ref: 'Origins' }, ['https://a.example', 'https://b.example']],
  [{ Ref: 'AWS::Region' }, 'eu-central-1'],
  [{ Ref: 'AWS::AccountId' }, '000000000000'],
  [{ Ref: 'AWS::Partition' }, 'aws'],
  [{ Ref: 'Users' }, poolId],
  [{ Ref: 'Web' }, expect.stringMatching(/^[0-9a-z]{26}$/)],
  [{ Ref: 'Staff' }, 'dev-staff'],
  [{ 'Fn::GetAtt': ['Users', 'UserPoolId'] }, poolId],
  [{ 'Fn::GetAtt': 'Users.ProviderURL' }, expect.stringMatching('^http://localhost:9339/eu-central-1_')],
  [{ 'Fn::GetAtt': ['Users', 'ProviderName'] }, expect.stringMatching('^localhost:9339/eu-central-1_')],
  [
    { 'Fn::GetAtt': ['Users', 'Arn'] },
    expect.stringMatching('^arn:aws:cognito-idp:eu-central-1:000000000000:userpool/eu-central-1_'),
  ],
  [{ 'Fn::GetAtt': ['Server', 'ClientId'] }, expect.stringMatching(/^[0-9a-z]{26}$/)],
  [{ 'Fn::GetAtt': ['Server', 'ClientSecret'] }, expect.stringMatching(/^[0-9a-z]{51}$/)],
  [{ 'Fn::GetAtt': ['Server', 'Name'] }, 'dev-server'],
  [{ 'Fn::GetAtt': ['Web', 'Name'] }, 'Web'],
  [{ Ref: 'Logs' }, poolId],
  [{ 'Fn::GetAtt': ['Greet', 'Arn'] }, 'arn:aws:lambda:eu-central-1:000000000000:function:Greet'],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::000000000000:role/Role'],
  [
    { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Greet}' },
    'arn:aws:lambda:eu-central-1:000000000000:function:Greet',
  ],
  [{ 'Fn::Sub': ['${Who} on ${Stage} ${!Stage}', { Who: { Ref: 'Limit' } }] }, '8 on dev ${Stage}'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-dev-1'],
  [{ 'Fn::Join': ['|', { Ref: 'Origins' }] }, 'https://a.example|https://b.example'],
  [{ 'Fn::Select': ['1', { Ref: 'Origins' }] }, 'https://b.example'],
  [{ 'Fn::Select': [0, [{ Ref: 'Stage' }, { Ref: 'Site' }]] }, 'dev'],
  [
    { 'Fn::Select': [{ 'Fn::FindInMap': ['Hosts', 'test', 'Place', { DefaultValue: '1' }] }, ['a', 'b']] },
    'b',
  ],
  [{ 'Fn::Split': ['.', 'a.b.c'] }, ['a', 'b', 'c']],
  [{ 'Fn::FindInMap': ['Hosts', { Ref: 'Stage' }, 'Name'] }, 'localhost'],
  [{ 'Fn::FindInMap': ['Hosts', 'test', 'Name', { DefaultValue: 'none' }] }, 'none'],
  [{ 'Fn::Base64': 'genkan' }, 'Z2Vua2Fu'],
  [{ 'Fn::Length': { Ref: 'Origins' } }, 2],
  [{ 'Fn::ToJsonString': { a: { Ref: 'Stage' } } }, '{"a":"dev"}'],
  [{ 'Fn::If': ['IsProd', 'yes', 'no'] }, 'no'],
  [{ 'Fn::If': ['IsSmall', 'yes', 'no'] }, 'yes'],
  [{ 'Fn::If': ['IsEither', 'yes', 'no'] }, 'yes'],
  [{ 'Fn::If': ['constructor', 'yes', 'no'] }, 'yes'],
  [['a', { Ref: 'AWS::NoValue' }, { 'Fn::If': ['IsProd', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
  [{ kept: 1, left: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  [{ Condition: 'a name like any other' }, { Condition: 'a name like any other' }],
])('%j', (value, expected) => {
  expect(resolved(value)).toEqual(expected)
})

test('values that are given stand before defaults', () => {
  expect(resolved({ 'Fn::FindInMap': ['Hosts', { Ref: 'Stage' }, 'Name'] }, { Stage: 'prod' })).toBe(
    'example.com',
  )
  expect(resolved({ 'Fn::If': ['IsNew', 'new', 'old'] }, { Version: '2' })).toBe('new')
})

test.each([
  [{ Ref: 'Site' }, 'Site (AWS::CloudFront::Distribution) exists on AWS alone'],
  [
    { 'Fn::Sub': 'https://${Site.DomainName}/' },
    'Site.DomainName (AWS::CloudFront::Distribution) exists on AWS alone',
  ],
  [
    { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }]] },
    'Site.DomainName (AWS::CloudFront::Distribution) exists on AWS alone',
  ],
  [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, 'Fn::GetAZs is worked out on AWS alone'],
  [{ 'Fn::ImportValue': 'shared-pool' }, 'Fn::ImportValue is worked out on AWS alone'],
  ['{{resolve:secretsmanager:google:SecretString:secret}}', 'it is kept by AWS (secretsmanager)'],
  ['{{resolve:ssm:/google/secret:1}}', 'it is kept by AWS (ssm)'],
  [{ 'Fn::Sub': '{{resolve:ssm-secure:/${Stage}/secret}}' }, 'it is kept by AWS (ssm-secure)'],
  [{ 'Fn::Join': ['', ['{{resolve:ssm:', '/secret', '}}']] }, 'it is kept by AWS (ssm)'],
  [
    { 'Fn::ToJsonString': { urls: [{ site: { Ref: 'Site' } }] } },
    'Site (AWS::CloudFront::Distribution) exists on AWS alone',
  ],
  [{ 'Fn::ForEach::Name': ['Name', ['a'], {}] }, 'Fn::ForEach::Name is worked out on AWS alone'],
  [{ 'Fn::Transform': { Name: 'Own' } }, 'Fn::Transform is worked out on AWS alone'],
  [{ 'Fn::GetAtt': ['Web', 'ClientSecret'] }, 'Web has no secret'],
  [
    { Ref: 'Version' },
    'the value of the parameter Version is in Parameter Store; give one (--parameter Version=VALUE, or `parameters`)',
  ],
])('%j is known to AWS alone', (value, because) => {
  expect(resolved(value)).toEqual(new Unknown(because))
})

test.each([
  [{ Ref: 'Uesrs' }, 'Here: Uesrs names neither a parameter nor a resource. Check the spelling.'],
  [
    { 'Fn::Sub': '${Web.ClientId} ${Nobody.Arn}' },
    'Here: Nobody names neither a parameter nor a resource. Check the spelling.',
  ],
  [{ Ref: 'AWS::Regoin' }, 'Here: AWS::Regoin is no pseudo parameter. Check the spelling.'],
  [
    { Ref: 'Brand' },
    'Parameters.Brand: has no default. Give it a value (--parameter Brand=VALUE, or `parameters`).',
  ],
  [{ Ref: 'Extra' }, 'Here: Extra is not there, because IsProd does not hold.'],
  [{ Ref: 'Snake' }, 'Snake.GroupName: Snake.GroupName depends on itself.'],
  [{ 'Fn::If': ['IsPord', 1, 2] }, 'Here: Conditions has no IsPord.'],
  [{ 'Fn::If': ['IsRound', 1, 2] }, 'Conditions.IsRound: Conditions.IsRound depends on itself.'],
  [
    { 'Fn::If': ['IsNew', 1, 2] },
    'Conditions.IsNew: cannot be decided here: the value of the parameter Version is in Parameter Store',
  ],
  [
    { 'Fn::If': ['IsMisspelt', 1, 2] },
    'Conditions.IsMisspelt: there has to be a condition where {"Fn::Equal":["a","a"]} is.',
  ],
  [
    { 'Fn::If': ['IsPrototypal', 1, 2] },
    'Conditions.IsPrototypal: there has to be a condition where {"constructor":["a","a"]} is.',
  ],
  [{ 'Fn::If': ['toString', 1, 2] }, 'Here: Conditions has no toString.'],
  [{ 'Fn::Select': [{ toString: 1 }, ['a']] }, 'Here: there has to be a text where {"toString":1} is.'],
  [
    { 'Fn::FindInMap': ['constructor', 'prototype', 'name'] },
    'Here: Mappings.constructor has no value for prototype, name.',
  ],
  [{ 'Fn::Join': ['a'] }, 'Here: there has to be a list of 2 elements where ["a"] is.'],
  [{ 'Fn::Select': [2, ['a']] }, 'Here: the list has no element 2.'],
  [{ 'Fn::FindInMap': ['Hosts', 'test', 'Name'] }, 'Here: Mappings.Hosts has no value for test, Name.'],
  [
    { deep: [{ Ref: 7 }, { Ref: ['a'] }] },
    'Here.deep[0]: 7 names neither a parameter nor a resource. Check the spelling.',
  ],
])('%j is an error that says where', (value, message) => {
  expect(() => resolved(value)).toThrow(TemplateError)
  expect(() => resolved(value)).toThrow(message)
})

test.each([
  [{ Stage: 'test' }, { Ref: 'Stage' }, "Parameters.Stage: 'test' is not allowed. Give one of: dev, prod."],
  [{ constructor: 'a' }, '', 'Parameters.constructor: is not in the template, which has: '],
  [{ Limit: 'many' }, { Ref: 'Limit' }, "Parameters.Limit: 'many' is no number. Give one."],
  [
    { Stgae: 'prod' },
    '',
    'Parameters.Stgae: is not in the template, which has: Stage, Origins, Limit, Brand, Version.',
  ],
])('%j is refused', (given, value, message) => {
  expect(() => resolved(value, given as Record<string, string>)).toThrow(message)
})

const range = [...Array(60).keys()]

test('conditions that name one another twice each are decided once each', () => {
  const Conditions = Object.fromEntries(
    range.map((index) => {
      const before = { Condition: `C${index - 1}` }
      return [`C${index}`, index === 0 ? { 'Fn::Equals': ['a', 'a'] } : { 'Fn::And': [before, before] }]
    }),
  )
  const template = readTemplate({ Conditions, Resources: document.Resources })
  expect(new Resolver(template, new Parameters({}, {}), place).condition('C59', 'Here')).toBe(true)
})

test('names that are made of one another are worked out once each, as long as they stay short', () => {
  const groups = (last: unknown) =>
    Object.fromEntries(
      range.map((index) => {
        const GroupName = index === 0 ? last : { 'Fn::Sub': `\${G${index - 1}}\${G${index - 1}}` }
        return [`G${index}`, { Type: 'AWS::Cognito::UserPoolGroup', Properties: { GroupName } }]
      }),
    )
  const named = (last: unknown) => {
    const template = readTemplate({ Resources: { ...document.Resources, ...groups(last) } })
    return new Resolver(template, new Parameters({}, {}), place).reference('G59', 'Here')
  }
  expect(named('')).toBe('')
  expect(named({ Ref: 'Site' })).toBeInstanceOf(Unknown)
  expect(() => named('a')).toThrow('G21.GroupName: comes to more than 1 MB.')
})
