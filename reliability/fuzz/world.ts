import { createHmac } from 'node:crypto'
import type { Output, Run } from './run.ts'

export const callback = 'https://app.example.com/callback'
export const signedOut = 'https://app.example.com/signed-out'

/** Somebody of the pool, as far as the run knows them. */
export interface Person {
  readonly email: string
  password: string
  AccessToken?: string
  /** When they got their tokens. */
  since?: number
  RefreshToken?: string
  DeviceKey?: string
}

/** The user pool that most requests are about, and who is in it. */
export interface World {
  readonly UserPoolId: string
  /** App clients: without a secret and with one, and one that is no person's. */
  readonly ClientId: string
  readonly confidential: { readonly ClientId: string; readonly ClientSecret: string }
  readonly machine: { readonly ClientId: string; readonly ClientSecret: string }
  readonly people: Person[]
  /** How many addresses were given out. */
  count: number
}

export const newEmail = (world: World) => `person${world.count++}@example.com`

export const secretHash = ({ ClientId, ClientSecret }: World['confidential'], username: string) =>
  createHmac('sha256', ClientSecret).update(`${username}${ClientId}`).digest('base64')

const flows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

/** Makes a pool in which there is one of everything; throws where one of these requests is refused. */
export async function furnish(run: Run): Promise<World> {
  const must = async (name: string, input: object): Promise<Output> => {
    const output = await run.call(name, input)
    if (output === undefined) throw new Error(`The pool could not be furnished: ${name} is refused.`)
    return output
  }
  const { UserPool } = await must('CreateUserPool', {
    PoolName: 'main',
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    Schema: [{ Name: 'color', AttributeDataType: 'String', Mutable: true }],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  })
  const UserPoolId: string = UserPool.Id
  await must('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'preferred' },
  })
  await must('CreateUserPoolDomain', { UserPoolId, Domain: 'entrance', ManagedLoginVersion: 2 })
  await must('CreateResourceServer', {
    UserPoolId,
    Identifier: 'api',
    Name: 'API',
    Scopes: [{ ScopeName: 'read', ScopeDescription: 'read' }],
  })
  await must('CreateGroup', { UserPoolId, GroupName: 'staff' })
  await must('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'a', client_secret: 'b', authorize_scopes: 'openid' },
    IdpIdentifiers: ['google.example'],
  })
  const newClient = async (settings: object) =>
    (
      await must('CreateUserPoolClient', {
        UserPoolId,
        ClientName: 'client',
        ExplicitAuthFlows: flows,
        ...settings,
      })
    ).UserPoolClient
  const people = {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code', 'implicit'],
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    SupportedIdentityProviders: ['COGNITO', 'Google'],
    CallbackURLs: [callback],
    LogoutURLs: [signedOut],
  }
  const { ClientId } = await newClient({ ...people, PreventUserExistenceErrors: 'ENABLED' })
  const confidential = await newClient({
    ...people,
    GenerateSecret: true,
    PreventUserExistenceErrors: 'LEGACY',
  })
  const machine = await newClient({
    GenerateSecret: true,
    ExplicitAuthFlows: [],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['api/read'],
  })
  const world: World = { UserPoolId, ClientId, confidential, machine, people: [], count: 0 }
  for (let count = 0; count < 3; count += 1) await addPerson(run, world)
  return world
}

export const firstPassword = 'Genkan-2026'

/** Somebody whom an administrator makes, with a password of their own. */
export async function addPerson(run: Run, world: World): Promise<void> {
  const email = newEmail(world)
  const { UserPoolId } = world
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ]
  const input = { UserPoolId, Username: email, MessageAction: 'SUPPRESS', UserAttributes }
  if (!(await run.try('AdminCreateUser', input))) return
  const Password = firstPassword
  if (!(await run.try('AdminSetUserPassword', { UserPoolId, Username: email, Password, Permanent: true })))
    return
  world.people.push({ email, password: Password })
  if (world.people.length > 8) world.people.shift()
}
