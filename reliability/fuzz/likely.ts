import { model, shapeOf } from '../../packages/local-user-pool/src/protocol/model.ts'
import type { Run } from './run.ts'
import { callback, firstPassword, newEmail, type Person, secretHash, type World } from './world.ts'

type Say = (run: Run, world: World, person: Person | undefined) => unknown

const known =
  (kind: string): Say =>
  (run) =>
    run.known.any(kind)
const fresh: Say = (_, world) => `name${world.count++}`

/** What a member is, in most requests, by its name. */
const byMember: Readonly<Record<string, Say>> = {
  UserPoolId: (_, { UserPoolId }) => UserPoolId,
  ClientId: (_, { ClientId }) => ClientId,
  Username: (_, __, person) => person?.email,
  AccessToken: (run, _, person) => person?.AccessToken ?? run.known.latest('access token'),
  Password: () => firstPassword,
  ResourceArn: (_, { UserPoolId }) =>
    `arn:aws:cognito-idp:ap-northeast-1:000000000000:userpool/${UserPoolId}`,
  GroupName: known('GroupNameType'),
  ProviderName: () => 'Google',
  IdpIdentifier: () => 'google.example',
  Identifier: () => 'api',
  Domain: () => 'entrance',
  UserAttributes: (run) => [
    { Name: run.chance.pick(['name', 'custom:color', 'locale']), Value: run.inputs.hostileText('a') },
  ],
  UserAttributeNames: (run) => [run.chance.pick(['name', 'custom:color', 'locale'])],
  AttributeName: () => 'email',
  LimitDefinition: () => ({ LimitClass: 'API_CATEGORY', Attributes: { Category: 'UserRead' } }),
  CloudWatchLogsRoleArn: () => 'arn:aws:iam::000000000000:role/CognitoCloudWatchLogsRole',
}

const machine = { ClientId: (_: Run, { machine: { ClientId } }: World) => ClientId }
/** Another pool or client than those that most requests are about: they are to stay as they are, mostly. */
const spare: Readonly<Record<string, Say>> = {
  UserPoolId: (run, { UserPoolId }) =>
    run.known.other('UserPoolIdType', run.chance.is(0.01) ? [] : [UserPoolId]),
}
const spareClient: Readonly<Record<string, Say>> = {
  ClientId: (run, { ClientId, confidential, machine }) =>
    run.known.other(
      'ClientIdType',
      run.chance.is(0.01) ? [] : [ClientId, confidential.ClientId, machine.ClientId],
    ),
}
const newProvider = {
  ProviderName: fresh,
  ProviderType: () => 'OIDC',
  ProviderDetails: () => ({ client_id: 'a', oidc_issuer: 'http://localhost:1' }),
}
const destination: Say = (_, __, person) => ({
  ProviderName: 'Cognito',
  ProviderAttributeValue: person?.email,
})
const linked = {
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue: '42',
}
const terms = {
  TermsSource: () => 'LINK',
  Enforcement: () => 'NONE',
  Links: () => ({ 'cognito:default': 'https://example.com/terms' }),
}
const device: Readonly<Record<string, Say>> = {
  DeviceKey: (run, _, person) => person?.DeviceKey ?? run.known.any('DeviceKeyType'),
}

/** The same for one operation, where it means another thing there, or where it has to be there. */
const byOperation: Readonly<Record<string, Readonly<Record<string, Say>>>> = {
  AddCustomAttributes: {
    CustomAttributes: (_, world) => [{ Name: `name${world.count++}`, AttributeDataType: 'String' }],
  },
  AddUserPoolClientSecret: machine,
  AdminCreateUser: { Username: (_, world) => newEmail(world), UserAttributes: () => [] },
  AdminDisableProviderForUser: { User: () => linked },
  AdminInitiateAuth: {
    AuthFlow: () => 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: (_, __, person) => ({ USERNAME: person?.email, PASSWORD: person?.password }),
  },
  AdminLinkProviderForUser: { DestinationUser: destination, SourceUser: () => ({ ...linked }) },
  AdminSetUserMFAPreference: { SoftwareTokenMfaSettings: (run) => ({ Enabled: run.chance.is(0.5) }) },
  AdminSetUserSettings: { MFAOptions: () => [] },
  ChangePassword: {
    PreviousPassword: (_, __, person) => person?.password,
    ProposedPassword: () => firstPassword,
  },
  CreateGroup: { GroupName: fresh, RoleArn: () => undefined },
  CreateIdentityProvider: newProvider,
  CreateManagedLoginBranding: {
    ClientId: known('ClientIdType'),
    Settings: () => ({ color: 'red' }),
    Assets: () => [],
  },
  CreateResourceServer: { Identifier: fresh },
  CreateTerms: {
    ...terms,
    TermsName: (run) => run.chance.pick(['terms-of-use', 'privacy-policy']),
    ClientId: known('ClientIdType'),
  },
  CreateUserPool: { PoolName: fresh },
  CreateUserPoolClient: {
    CallbackURLs: () => [callback],
    ExplicitAuthFlows: () => ['ALLOW_USER_PASSWORD_AUTH'],
  },
  CreateUserPoolDomain: { ...spare, Domain: fresh },
  CreateUserPoolReplica: {
    ...spare,
    RegionName: (run) => run.chance.pick(['eu-west-1', 'us-east-1', 'ap-northeast-3']),
  },
  DeleteIdentityProvider: { ProviderName: known('ProviderNameTypeV2') },
  DeleteResourceServer: { Identifier: known('ResourceServerIdentifierType') },
  DeleteUserPool: spare,
  DeleteUserPoolClient: spareClient,
  DeleteUserPoolClientSecret: { ...machine, ClientSecretId: (run) => run.known.latest('ClientSecretIdType') },
  DeleteUserPoolDomain: { ...spare, Domain: known('DomainType') },
  DeleteUserPoolReplica: { ...spare, RegionName: (run) => run.chance.pick(['eu-west-1', 'us-east-1']) },
  DescribeManagedLoginBrandingByClient: { ClientId: known('ClientIdType') },
  DescribeTermsByClient: { ClientId: known('ClientIdType'), TermsName: () => 'terms-of-use' },
  GetClientToken: {
    ...machine,
    Secret: (_, world) => world.machine.ClientSecret,
    Scopes: () => ['api/read'],
  },
  GetTokensFromRefreshToken: { RefreshToken: (_, __, person) => person?.RefreshToken },
  InitiateAuth: {
    AuthFlow: () => 'USER_PASSWORD_AUTH',
    AuthParameters: (_, __, person) => ({ USERNAME: person?.email, PASSWORD: person?.password }),
  },
  ListUsers: {
    Filter: (run) => run.chance.pick(['email ^= "p"', 'name = "a"', 'sub = "x"', 'status = "Enabled"', '']),
  },
  ListUserPoolClientSecrets: machine,
  RevokeToken: { Token: (_, __, person) => person?.RefreshToken },
  SetLogDeliveryConfiguration: {
    LogConfigurations: () => [
      {
        LogLevel: 'ERROR',
        EventSource: 'userNotification',
        CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:ap-northeast-1:000000000000:log-group:a' },
      },
    ],
  },
  SetRiskConfiguration: { RiskExceptionConfiguration: () => ({ BlockedIPRangeList: ['192.0.2.0/24'] }) },
  SetUICustomization: { CSS: () => '.logo-customizable { max-width: 60%; }' },
  SetUserMFAPreference: { SoftwareTokenMfaSettings: (run) => ({ Enabled: run.chance.is(0.5) }) },
  SetUserPoolMfaConfig: { ...spare, MfaConfiguration: () => 'OFF' },
  SetUserSettings: { MFAOptions: () => [] },
  SignUp: { Username: (_, world) => newEmail(world), Password: () => firstPassword },
  TagResource: { Tags: () => ({ a: 'b' }) },
  UntagResource: { TagKeys: () => ['a'] },
  UpdateIdentityProvider: { ProviderName: known('ProviderNameTypeV2') },
  UpdateManagedLoginBranding: {
    UserPoolId: (_, { UserPoolId }) => UserPoolId,
    ManagedLoginBrandingId: known('ManagedLoginBrandingIdType'),
    Settings: () => ({ color: 'blue' }),
  },
  UpdateProvisionedLimit: { RequestedLimitValue: () => 200 },
  UpdateResourceServer: { Scopes: () => [{ ScopeName: 'read', ScopeDescription: 'read' }] },
  UpdateTerms: terms,
  UpdateUserPool: spare,
  UpdateUserPoolClient: spareClient,
  UpdateUserPoolDomain: { ...spare, Domain: known('DomainType') },
  UpdateUserPoolReplica: { ...spare, RegionName: () => 'eu-west-1' },
  ...Object.fromEntries(
    [
      'ForgetDevice',
      'GetDevice',
      'UpdateDeviceStatus',
      'AdminForgetDevice',
      'AdminGetDevice',
      'AdminUpdateDeviceStatus',
      'ConfirmDevice',
    ].map((name) => [name, device]),
  ),
}

/** An input that the operation is likely to accept, from what is known by now. */
export function likelyInput(run: Run, world: World, operation: string): Record<string, unknown> {
  const { input: inputName = '' } = model.operations[operation] ?? {}
  const shape = shapeOf(inputName)
  if (shape.type !== 'structure') return {}
  const own = byOperation[operation] ?? {}
  const person = run.chance.pick(world.people)
  const input: Record<string, unknown> = {}
  for (const [member, target] of Object.entries(shape.members)) {
    const isNeeded = Object.hasOwn(own, member) || shape.required?.includes(member)
    // Seldom more than is needed: half of what is optional would be wrong together.
    if (!isNeeded && !run.chance.is(member === 'AccessToken' ? 0.8 : 0.06)) continue
    const value = (own[member] ?? byMember[member])?.(run, world, person) ?? run.inputs.fitting(target)
    if (value !== undefined) input[member] = value
  }
  if (Object.hasOwn(shape.members, 'SecretHash') && run.chance.is(0.2)) {
    input.ClientId = world.confidential.ClientId
    input.SecretHash = secretHash(world.confidential, String(input.Username ?? ''))
  }
  return input
}
