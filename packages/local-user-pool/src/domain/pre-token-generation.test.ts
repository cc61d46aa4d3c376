import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { confirmedDevice, deviceProof, deviceSrp, remembering } from '../test-device.ts'
import { refused, type TestClient, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerEvent, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'
type Event = TriggerEvent<'PreTokenGeneration'>

let heard: Event[]
let response: Event['response'] | undefined
const triggers: Triggers = {
  PreTokenGeneration(event) {
    heard.push(structuredClone(event))
    return response === undefined ? event : { ...event, response }
  },
}

const arn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:tokens'
const ofVersion = (LambdaVersion: 'V1_0' | 'V2_0' | 'V3_0') => ({
  LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion, LambdaArn: arn } },
})

let pool: TestPool
async function poolWith(userPool: object = {}) {
  pool = await testPool(userPool, {}, { triggers })
  await pool.confirmedUser(email)
  heard = []
}
beforeEach(() => {
  response = undefined
})

async function signedIn(answer?: Event['response']) {
  response = answer
  const { AccessToken, IdToken } = await pool.tokens(email)
  return { access: decodeJwt(AccessToken), id: decodeJwt(IdToken) }
}

const signInRefusal = (answer: unknown) => {
  response = answer as never
  return pool.refusal('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: testPassword },
  })
}

async function inGroups() {
  const UserPoolId = pool.userPoolId
  const RoleArn = 'arn:aws:iam::000000000000:role/writers'
  await pool.call('CreateGroup', { UserPoolId, GroupName: 'writers', RoleArn })
  await pool.call('AdminAddUserToGroup', { UserPoolId, GroupName: 'writers', Username: email })
  return RoleArn
}

describe('version 1', () => {
  beforeEach(() => poolWith())

  test('is told what the ID token would say of groups, and nothing of scopes', async () => {
    const RoleArn = await inGroups()
    await signedIn()
    expect(heard).toMatchObject([
      {
        version: '1',
        triggerSource: 'TokenGeneration_Authentication',
        request: {
          userAttributes: { email, 'cognito:user_status': 'CONFIRMED' },
          groupConfiguration: {
            groupsToOverride: ['writers'],
            iamRolesToOverride: [RoleArn],
            preferredRole: RoleArn,
          },
        },
        response: { claimsOverrideDetails: null },
      },
    ])
    expect(heard[0]?.request).not.toHaveProperty('scopes')
  })

  test('adds, overrides and suppresses claims of the ID token alone', async () => {
    const { access, id } = await signedIn({
      claimsOverrideDetails: {
        claimsToAddOrOverride: { plan: 'gold', email: 'other@example.com', gone: 'yes' },
        claimsToSuppress: ['email_verified', 'gone'],
      },
    })
    expect(id).toMatchObject({ plan: 'gold', email: 'other@example.com' })
    expect(id).not.toHaveProperty('email_verified')
    expect(id).not.toHaveProperty('gone')
    expect(access).not.toHaveProperty('plan')
  })

  test('does not change who the token is for, by whom and for how long', async () => {
    const before = (await signedIn()).id
    const names = ['sub', 'iss', 'aud', 'exp', 'token_use', 'cognito:username', 'jti', 'origin_jti']
    const { id } = await signedIn({
      claimsOverrideDetails: {
        claimsToAddOrOverride: { ...Object.fromEntries(names.map((name) => [name, 'mine'])), 'dev:x': 'y' },
        claimsToSuppress: names,
      },
    })
    for (const name of names) expect([undefined, 'mine']).not.toContain(id[name])
    expect(id).toMatchObject({ sub: before.sub, iss: before.iss, aud: before.aud, token_use: 'id' })
    expect(id).not.toHaveProperty('dev:x')
  })

  test('changes groups in both tokens, and takes them away where it says nothing of them', async () => {
    await inGroups()
    const details = { groupsToOverride: ['a', 'b'], iamRolesToOverride: ['role'], preferredRole: 'role' }
    const changed = await signedIn({ claimsOverrideDetails: { groupOverrideDetails: details } })
    expect(changed.access['cognito:groups']).toEqual(['a', 'b'])
    expect(changed.id).toMatchObject({
      'cognito:groups': ['a', 'b'],
      'cognito:roles': ['role'],
      'cognito:preferred_role': 'role',
    })
    const taken = await signedIn({ claimsOverrideDetails: { groupOverrideDetails: null } })
    expect(Object.keys(taken.id).filter((name) => /groups|role/.test(name))).toEqual([])
    expect(taken.access).not.toHaveProperty('cognito:groups')
    const kept = await signedIn({ claimsOverrideDetails: { claimsToSuppress: [] } })
    expect(kept.id['cognito:groups']).toEqual(['writers'])
  })

  test.each([
    ['a claim that is no text', { claimsOverrideDetails: { claimsToAddOrOverride: { level: 4 } } }],
    ['claims in a list', { claimsOverrideDetails: { claimsToAddOrOverride: ['level'] } }],
    ['what to suppress as a text', { claimsOverrideDetails: { claimsToSuppress: 'email' } }],
    ['groups as a text', { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: 'a' } } }],
    ['details that are a text', { claimsOverrideDetails: 'none' }],
  ])('%s is no answer', async (_, answer) => {
    expect(await signInRefusal(answer)).toEqual(
      refused('InvalidLambdaResponse', 'Unrecognizable lambda output'),
    )
  })

  test('has no say in what only later versions have', async () => {
    const { access } = await signedIn({
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { plan: 'gold' } } },
    })
    expect(access).not.toHaveProperty('plan')
  })
})

describe.each([
  ['V2_0', '2'],
  ['V3_0', '3'],
] as const)('version %s', (name, version) => {
  beforeEach(() => poolWith(ofVersion(name)))

  test('is told the scopes of the access token', async () => {
    await signedIn()
    expect(heard).toMatchObject([
      {
        version,
        request: { scopes: ['aws.cognito.signin.user.admin'] },
        response: { claimsAndScopeOverrideDetails: null },
      },
    ])
  })

  test('changes both tokens, claims of any type', async () => {
    const { access, id } = await signedIn({
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { plan: { name: 'gold' } }, claimsToSuppress: ['email'] },
        accessTokenGeneration: {
          claimsToAddOrOverride: { level: 4, tenants: ['a', 'b'], username: 'root', client_id: 'mine' },
          claimsToSuppress: ['sub', 'event_id'],
          scopesToAdd: ['shop/read', 'aws.cognito.other', 'two words'],
        },
        groupOverrideDetails: { groupsToOverride: ['a'] },
      },
    })
    expect(id).toMatchObject({ plan: { name: 'gold' }, 'cognito:groups': ['a'] })
    expect(id).not.toHaveProperty('email')
    const { username } = await pool.user(email)
    expect(access).toMatchObject({
      level: 4,
      tenants: ['a', 'b'],
      'cognito:groups': ['a'],
      scope: 'aws.cognito.signin.user.admin shop/read',
      sub: username,
      username,
      client_id: pool.clientId,
      event_id: expect.any(String),
    })
  })

  test('an access token without the scope for it cannot be used for the API', async () => {
    const scopesToSuppress = ['aws.cognito.signin.user.admin']
    response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToSuppress } } }
    const { AccessToken } = await pool.tokens(email)
    expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
      refused('NotAuthorized', 'Access Token does not have required scopes'),
    )
  })

  test('gives an access token the client as its audience, and nobody else', async () => {
    const withAudience = (aud: string) =>
      signedIn({
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { aud } } },
      })
    expect((await withAudience(pool.clientId)).access).toMatchObject({ aud: pool.clientId })
    expect((await withAudience('somebody')).access).not.toHaveProperty('aud')
  })
})

describe('says why tokens are made:', () => {
  const sources = () => heard.map(({ triggerSource }) => triggerSource)

  test('a refresh, with the ClientMetadata of its own operation alone', async () => {
    await poolWith()
    const { RefreshToken } = await pool.tokens(email)
    heard = []
    const ClientMetadata = { from: 'tests' }
    response = { claimsOverrideDetails: { claimsToAddOrOverride: { plan: 'gold' } } }
    const refreshed = await pool.call('GetTokensFromRefreshToken', {
      ClientId: pool.clientId,
      RefreshToken,
      ClientMetadata,
    })
    expect(decodeJwt(refreshed.AuthenticationResult?.IdToken ?? '')).toMatchObject({ plan: 'gold' })
    await pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
      ClientMetadata,
    })
    expect(sources()).toEqual(['TokenGeneration_RefreshTokens', 'TokenGeneration_RefreshTokens'])
    expect(heard.map(({ request }) => request.clientMetadata)).toEqual([ClientMetadata, undefined])
  })

  test('a password of one’s own after a temporary one', async () => {
    await poolWith()
    const invited = { UserPoolId: pool.userPoolId, Username: 'invited@example.com' }
    await pool.call('AdminCreateUser', { ...invited, TemporaryPassword: testPassword })
    const { Session } = await pool.signIn(invited.Username, testPassword)
    await pool.call('RespondToAuthChallenge', {
      ClientId: pool.clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: invited.Username, NEW_PASSWORD: 'Chosen-2026' },
      ClientMetadata: { from: 'tests' },
    })
    expect(sources()).toEqual(['TokenGeneration_NewPasswordChallenge'])
    expect(heard[0]?.request.clientMetadata).toEqual({ from: 'tests' })
  })

  test('the proof of a device', async () => {
    await poolWith(remembering)
    const device = await confirmedDevice(pool, email)
    heard = []
    const asked = await pool.signIn(email, testPassword, { answer: { DEVICE_KEY: device.key } })
    const question = await pool.call('RespondToAuthChallenge', deviceSrp(pool, asked, device))
    await pool.call('RespondToAuthChallenge', deviceProof(pool, question, device))
    expect(sources()).toEqual(['TokenGeneration_AuthenticateDevice'])
  })
})

describe('for an app client itself', () => {
  let machine: TestClient
  async function machineIn(LambdaVersion: 'V1_0' | 'V2_0' | 'V3_0') {
    await poolWith(ofVersion(LambdaVersion))
    await pool.call('CreateResourceServer', {
      UserPoolId: pool.userPoolId,
      Identifier: 'api',
      Name: 'API',
      Scopes: ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName })),
    })
    machine = await pool.client({
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['api/read', 'api/write'],
    })
  }
  const ask = () => ({
    ClientId: machine.ClientId,
    Secret: machine.ClientSecret,
    ClientMetadata: { tenant: 'genkan' },
  })
  const claims = async () => {
    const { ClientAuthenticationResult } = await pool.call('GetClientToken', ask())
    return decodeJwt(ClientAuthenticationResult?.AccessToken ?? '')
  }

  test('version 3 is told of scopes and of the metadata, and changes claims and scopes', async () => {
    await machineIn('V3_0')
    response = {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: { tenant: { id: 'genkan' }, sub: 'somebody' },
          scopesToAdd: ['api/more'],
          scopesToSuppress: ['api/write'],
        },
      },
    }
    const said = await claims()
    expect(said).toMatchObject({
      tenant: { id: 'genkan' },
      sub: machine.ClientId,
      scope: 'api/read api/more',
    })
    expect(heard).toMatchObject([
      {
        version: '3',
        triggerSource: 'TokenGeneration_ClientCredentials',
        userName: machine.ClientId,
        callerContext: { clientId: machine.ClientId },
        request: {
          userAttributes: {},
          groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
          scopes: ['api/read', 'api/write'],
          clientMetadata: { tenant: 'genkan' },
        },
      },
    ])
  })

  test.each(['V1_0', 'V2_0'] as const)('%s is not asked', async (version) => {
    await machineIn(version)
    expect(await claims()).toMatchObject({ scope: 'api/read api/write' })
    expect(heard).toEqual([])
  })

  test('what fails is refused', async () => {
    await machineIn('V3_0')
    response = [] as never
    expect(await pool.refusal('GetClientToken', ask())).toEqual(
      refused('NotAuthorized', 'Unrecognizable lambda output'),
    )
  })
})
