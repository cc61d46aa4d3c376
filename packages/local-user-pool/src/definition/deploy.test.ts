import { readFileSync } from 'node:fs'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { schemaOf } from '../core/schema.ts'
import { describeDeployment } from '../doors/terminal.ts'
import { createLocalUserPool } from '../pool.ts'
import { resourceNotFound } from '../protocol/exceptions.ts'
import { exampleSeed } from '../seed.ts'
import { testPool } from '../test-pool.ts'
import { deploy } from './deploy.ts'
import amplify from './fixtures/amplify-auth.nested.template.json' with { type: 'json' }
import cdk from './fixtures/cdk.template.json' with { type: 'json' }
import sam from './fixtures/sam.template.json' with { type: 'json' }
import { type Definition, planOf } from './plan.ts'

const place = { region: 'ap-northeast-1', accountId: '000000000000', endpoint: 'http://localhost:9339' }

/** A pool that runs on the template, and the ids by logical id. */
async function running(definition: Definition) {
  const pool = await testPool({}, {}, { definition })
  const { pools, differences } = await pool.deployment
  const ids = Object.fromEntries(
    pools.flatMap(({ logicalId, userPoolId, clients }) => [
      [logicalId, userPoolId],
      ...clients.map((client) => [client.logicalId, client.clientId]),
    ]),
  ) as Readonly<Record<string, string>>
  const said = differences.map(({ at, reason }) => `${at}: ${reason}`)
  return { ...pool, pools, ids, id: (logicalId: string) => ids[logicalId] ?? '', said }
}

test('refuses the passwords that the policy of the template refuses', async () => {
  const { refusal, call, id } = await running({ template: cdk })
  const user = { UserPoolId: id('Users0A0EEA89'), Username: 'hanako@example.com', Permanent: true }
  expect(await refusal('AdminSetUserPassword', { ...user, Password: 'Short-2026' })).toMatchObject({
    name: 'InvalidPasswordException',
  })
  expect(await call('AdminSetUserPassword', { ...user, Password: 'LongEnough2026' })).toEqual({})
})

test('asks for the second factor that the template requires, and for no other', async () => {
  const { call, id } = await running({ template: cdk })
  const Password = 'LongEnough2026'
  const user = { UserPoolId: id('Users0A0EEA89'), Username: 'hanako@example.com' }
  await call('AdminSetUserPassword', { ...user, Password, Permanent: true })
  expect(
    await call('InitiateAuth', {
      ClientId: id('UsersWebA4C8F9B2'),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'hanako@example.com', PASSWORD: Password },
    }),
  ).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
})

test('answers the triggers of its users while it is being made, and everybody else afterwards', async () => {
  const template = {
    Resources: {
      Users: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'users' } },
      Hanako: {
        Type: 'AWS::Cognito::UserPoolUser',
        Properties: { UserPoolId: { Ref: 'Users' }, Username: 'hanako', MessageAction: 'SUPPRESS' },
      },
    },
  }
  const usersOf = async (UserPoolId: string) => {
    const headers = {
      'x-amz-target': 'AWSCognitoIdentityProviderService.ListUsers',
      authorization: 'AWS4-HMAC-SHA256',
    }
    const body = JSON.stringify({ UserPoolId })
    const response = await pool.fetch(new Request('http://localhost/', { method: 'POST', headers, body }))
    return ((await response.json()) as { Users: unknown[] }).Users.length
  }
  const told: string[] = []
  const asked = Promise.withResolvers<string>()
  const pool = createLocalUserPool({
    definition: { template },
    triggers: {
      async PreSignUp(event) {
        asked.resolve(event.userPoolId)
        told.push(`to the trigger: ${await usersOf(event.userPoolId)}`)
        return event
      },
    },
  })
  const fromOutside = asked.promise.then(usersOf).then((count) => told.push(`to others: ${count}`))
  await pool.deployment
  await fromOutside
  pool.close()
  expect(told).toEqual(['to the trigger: 0', 'to others: 1'])
})

test('lets in by the flows of the client alone, and asks a client for the secret that it has', async () => {
  const { refusal, id } = await running({ template: cdk })
  const begin = (client: string) =>
    refusal('InitiateAuth', {
      ClientId: id(client),
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'hanako@example.com', SRP_A: 'ab' },
    })
  expect(await begin('UsersWebA4C8F9B2')).toEqual({
    name: 'InvalidParameterException',
    message: 'USER_SRP_AUTH is not enabled for the client.',
  })
  expect((await begin('UsersServerC0B3E7A1')).message).toContain('is configured with secret')
})

test('invites the users of the template and puts them into their groups', async () => {
  const { call, id, sent } = await running({ template: cdk })
  const user = { UserPoolId: id('Users0A0EEA89'), Username: 'hanako@example.com' }
  expect(await call('AdminGetUser', user)).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(await sent('hanako@example.com')).toHaveLength(12)
  const { Groups } = await call('AdminListGroupsForUser', user)
  expect(Groups).toMatchObject([{ GroupName: 'staff', Precedence: 5 }])
})

test('settings that have no effect are there when asked for', async () => {
  const { call, id } = await running({ template: cdk })
  const UserPoolId = id('Users0A0EEA89')
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({
    Name: 'Users0A0EEA89',
    DeletionProtection: 'ACTIVE',
    MfaConfiguration: 'ON',
    UserPoolTags: { team: 'entrance' },
    LambdaConfig: {
      PreTokenGenerationConfig: {
        LambdaArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:PreTokenFn4A1D9E07',
        LambdaVersion: 'V2_0',
      },
    },
  })
  expect(UserPool?.SchemaAttributes).toContainEqual(
    expect.objectContaining({ Name: 'custom:seats', AttributeDataType: 'Number' }),
  )
  const { UserPoolClient } = await call('DescribeUserPoolClient', {
    UserPoolId,
    ClientId: id('UsersWebA4C8F9B2'),
  })
  expect(UserPoolClient).toMatchObject({
    ClientName: 'UsersWebA4C8F9B2',
    AllowedOAuthScopes: ['openid', 'orders/orders.read'],
    CallbackURLs: ['http://localhost:3000/'],
  })
})

test('tells by logical id what it does not honour, and why', async () => {
  const { said } = await running({ template: cdk })
  expect(said).toEqual(
    expect.arrayContaining([
      'Users0A0EEA89.SmsConfiguration: has no effect locally: nothing is sent, everything is in the inbox',
      'Users0A0EEA89.LambdaConfig.PreTokenGenerationConfig: is stored; no function runs for it here',
      'UsersWebA4C8F9B2.AnalyticsConfiguration: has no effect locally',
      'UsersWebA4C8F9B2.AnalyticsConfiguration.ApplicationId: Pinpoint (AWS::Pinpoint::App) exists on AWS alone',
      'UsersWebA4C8F9B2.CallbackURLs[1]: SiteDistribution3FF9535D.DomainName (AWS::CloudFront::Distribution) exists on AWS alone',
    ]),
  )
  expect(said.filter((line) => /CDKMetadata|PreTokenFnServiceRole|^Staff/.test(line))).toEqual([])
})

test('runs what Amplify writes: passkeys, sign-in by choice, groups with their roles', async () => {
  const { call, id, said, pools } = await running({ template: amplify })
  const UserPoolId = id('amplifyAuthUserPool4BA7F805')
  expect(pools[0]?.clients).toHaveLength(2)
  expect(await call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({
    MfaConfiguration: 'OFF',
    SoftwareTokenMfaConfiguration: { Enabled: false },
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  const ClientId = id('amplifyAuthUserPoolAppClient2626C6F8')
  const Username = 'taro@example.com'
  const email = [{ Name: 'email', Value: Username }]
  await call('SignUp', { ClientId, Username, Password: 'Genkan-2026', UserAttributes: email })
  await call('AdminConfirmSignUp', { UserPoolId, Username })
  await call('AdminAddUserToGroup', { UserPoolId, Username, GroupName: 'ADMINS' })
  const { AvailableChallenges } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: Username },
  })
  expect(AvailableChallenges).toContain('PASSWORD_SRP')
  expect(said).toContain('amplifyAuthIdentityPool3FDE84CC: there is no AWS::Cognito::IdentityPool locally')
})

test('runs all pools of a template, with what its parameters and conditions say', async () => {
  const dev = await running({ template: sam })
  expect(Object.keys(dev.ids).sort()).toEqual([
    'CustomerClient',
    'CustomerPool',
    'StaffClient',
    'StaffPool',
    'TesterClient',
  ])
  const { UserPool } = await dev.call('DescribeUserPool', { UserPoolId: dev.id('StaffPool') })
  expect(UserPool).toMatchObject({
    Name: 'local-staff-dev',
    Policies: { PasswordPolicy: { MinimumLength: 8, RequireNumbers: true, RequireSymbols: false } },
  })
  expect(UserPool).not.toHaveProperty('DeviceConfiguration')
  expect(await dev.call('GetUserPoolMfaConfig', { UserPoolId: dev.id('CustomerPool') })).toEqual({
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  })
  expect(dev.said).toEqual(
    expect.arrayContaining([
      'PartnerClient.UserPoolId: Fn::ImportValue is worked out on AWS alone',
      'PartnerClient: is left out: it cannot be without UserPoolId',
      'Mail: is a nested stack, which is not read: name its own template instead',
    ]),
  )

  const prod = await running({ template: sam, parameters: { Stage: 'prod' } })
  expect(Object.keys(prod.ids)).not.toContain('TesterClient')
  const { UserPool: staff } = await prod.call('DescribeUserPool', { UserPoolId: prod.id('StaffPool') })
  expect(staff).toMatchObject({
    Policies: { PasswordPolicy: { MinimumLength: 14 } },
    DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true },
  })
})

test('ids and secrets come from logical ids: every start has the same', async () => {
  const [one, other] = await Promise.all([running({ template: cdk }), running({ template: cdk })])
  expect(one.pools).toEqual(other.pools)
  expect(one.pools).toMatchObject([
    {
      logicalId: 'Users0A0EEA89',
      userPoolId: expect.stringMatching(/^ap-northeast-1_[0-9A-Za-z]{9}$/),
      clients: [
        { logicalId: 'UsersWebA4C8F9B2', clientId: expect.stringMatching(/^[0-9a-z]{26}$/) },
        { logicalId: 'UsersServerC0B3E7A1', clientSecret: expect.stringMatching(/^[0-9a-z]{51}$/) },
      ],
    },
  ])
  expect(new Set(Object.values(one.ids)).size).toBe(3)
})

test('tokens live as long as the client says', async () => {
  const { call, id } = await running({ template: sam })
  const user = { UserPoolId: id('StaffPool'), Username: 'taro' }
  await call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' })
  await call('AdminSetUserPassword', { ...user, Password: 'genkan2026', Permanent: true })
  const { AuthenticationResult } = await call('InitiateAuth', {
    ClientId: id('StaffClient'),
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'taro', PASSWORD: 'genkan2026' },
  })
  const { iss, exp = 0, iat = 0 } = decodeJwt(AuthenticationResult?.AccessToken ?? '')
  expect(iss).toBe(`${place.endpoint}/${id('StaffPool')}`)
  expect(exp - iat).toBe(20 * 60)
})

test('tells of the resources that are only kept, and not of the others', async () => {
  const { Resources } = cdk as { Resources: object }
  const Branding = {
    Type: 'AWS::Cognito::ManagedLoginBranding',
    Properties: {
      UserPoolId: { Ref: 'Users0A0EEA89' },
      ClientId: { Ref: 'UsersWebA4C8F9B2' },
      UseCognitoProvidedValues: true,
    },
  }
  const { said, call, id } = await running({ template: { ...cdk, Resources: { ...Resources, Branding } } })
  expect(said).toContain('Branding: is stored only: nothing here acts upon it')
  expect(said.filter((line) => /^Users(0A0EEA89|Domain1F2A3B4C): /.test(line))).toEqual([])
  const { UserPool } = await call('DescribeUserPool', { UserPoolId: id('Users0A0EEA89') })
  expect(UserPool?.Domain).toMatch(/./)
})

test('whether a second factor is asked for is said together with which ones there are', async () => {
  const asked = new Map<string, object>()
  await deploy(planOf({ template: cdk }, place, new Set()), {
    isStoredOnly: async () => false,
    async call(name, input) {
      if (/^(Describe|Get|AdminGet|List)/.test(name)) throw resourceNotFound('Nothing is there.')
      asked.set(name, input)
      return {}
    },
  })
  expect(asked.get('CreateUserPool')).not.toHaveProperty('MfaConfiguration')
  expect(asked.get('SetUserPoolMfaConfig')).toMatchObject({
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
})

test('adds attributes to a pool that exists', async () => {
  const UserPool = { SchemaAttributes: schemaOf([{ Name: 'plan' }]) }
  const Schema = [{ Name: 'plan' }, { Name: 'email' }, { Name: 'seats', AttributeDataType: 'Number' }]
  const Users = { Type: 'AWS::Cognito::UserPool', Properties: { Schema } }
  const plan = planOf({ template: { Resources: { Users } } }, place, new Set())
  const called = new Map<string, object>()
  await deploy(plan, {
    isStoredOnly: async () => false,
    async call(name, input) {
      called.set(name, input)
      return name === 'DescribeUserPool' ? { UserPool } : {}
    },
  })
  expect(called.get('AddCustomAttributes')).toEqual({
    UserPoolId: plan.resources[0]?.id,
    CustomAttributes: Schema.slice(2),
  })
})

test('the example in docs/definition.md is what comes of it', async () => {
  const page = readFileSync(new URL('../../../../docs/definition.md', import.meta.url), 'utf8')
  const [, template = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? []
  const { deployment } = await running({ template: JSON.parse(template), parameters: { Stage: 'test' } })
  expect(page).toContain(`\n${describeDeployment(await deployment)}\n`)
})

test('a pool whose definition cannot be followed answers nothing but the reason', async () => {
  const pool = createLocalUserPool({ definition: { template: { Resources: {} } } })
  const reason = 'Resources: there are none. Is this a CloudFormation template?'
  await expect(pool.fetch(new Request('http://localhost:9339/_local/inbox'))).rejects.toThrow(reason)
  await expect(pool.deployment).rejects.toThrow(reason)
  pool.close()
})

test('a seed and a definition exclude each other', () => {
  expect(() => createLocalUserPool({ seed: exampleSeed, definition: { template: cdk } })).toThrow(
    'A pool begins with a seed, a definition or the data of cognito-local: with one of them.',
  )
})

test('what the model of the API does not allow is told in its words', async () => {
  const Properties = { Policies: { PasswordPolicy: { MinimumLength: 3 } } }
  const template = { Resources: { Users: { Type: 'AWS::Cognito::UserPool', Properties } } }
  await expect(testPool({}, {}, { definition: { template } })).rejects.toThrow(
    "Users (AWS::Cognito::UserPool): CreateUserPool refuses it. InvalidParameterException: 1 validation error detected: Value '3' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
  )
})
