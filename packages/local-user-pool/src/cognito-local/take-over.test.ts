import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { decodeJwt } from 'jose'
import { TOTP } from 'otpauth'
import { afterAll, describe, expect, test } from 'vitest'
import { readCognitoLocal } from '../doors/cognito-local-folder.ts'
import { describeDeployment } from '../doors/terminal.ts'
import { createLocalUserPool, type LocalUserPoolOptions } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { refused, type TestPool, testPool } from '../test-pool.ts'
import { srpClient } from '../test-srp-client.ts'
import { readFiles } from './read.ts'

// Made by cognito-local 5.3.0, by calls of its API.
const fixture = join(import.meta.dirname, 'fixtures/shop-and-office')
const shop = 'local_1BhG3oEn'
const web = 'alqfnit3p7xnr58muygyv4l5c'
const server = '874e26jaayxosgykh2yrk8t05'
const office = { pool: 'local_00WS0Rly', client: '7chnp1pil44q4apd4si58lfgu' }
const password = 'Genkan-2026'

const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

const running = (options: LocalUserPoolOptions = {}) =>
  testPool({}, {}, { cognitoLocal: readCognitoLocal(fixture), ...options })

/** A sign-in by SRP, as far as the next step. */
async function signIn(
  { call }: TestPool,
  USERNAME: string,
  password: string,
  at = { pool: shop, client: web },
) {
  return call('RespondToAuthChallenge', await proof({ call }, USERNAME, password, at))
}

async function proof(
  { call }: Pick<TestPool, 'call'>,
  USERNAME: string,
  password: string,
  { pool, client: ClientId } = { pool: shop, client: web },
) {
  const client = srpClient(pool, password)
  const AuthParameters = { USERNAME, SRP_A: client.A }
  const {
    ChallengeName,
    ChallengeParameters = {},
    Session,
  } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters,
  })
  const USER_ID = ChallengeParameters.USER_ID_FOR_SRP ?? ''
  return {
    ClientId,
    ChallengeName: ChallengeName ?? 'PASSWORD_VERIFIER',
    Session,
    ChallengeResponses: { ...client.answer(ChallengeParameters), USERNAME: USER_ID },
  }
}

const told = async ({ deployment }: Pick<TestPool, 'deployment'>) =>
  (await deployment).differences.map(({ at, reason }) => `${at}: ${reason}`)

test('a user signs in by SRP, with the sub, the attributes and the groups that they had', async () => {
  const { AuthenticationResult } = await signIn(await running(), 'hanako@example.com', password)
  const sub = '5b8c6d49-32b5-46fd-b936-02fb6606c4f1'
  expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({
    sub,
    'cognito:username': sub,
    'cognito:groups': ['admins', 'staff'],
    'custom:plan': 'gold',
    name: '山田 花子',
    email: 'hanako@example.com',
    aud: web,
    iss: `http://localhost:9339/${shop}`,
  })
})

test('a wrong password is refused', async () => {
  const { call, refusal } = await running()
  expect(
    await refusal('RespondToAuthChallenge', await proof({ call }, 'hanako@example.com', 'Genkan-2027')),
  ).toEqual(refused('NotAuthorized', 'Incorrect username or password.'))
})

test('a user of a pool with usernames signs in by theirs', async () => {
  const { AuthenticationResult } = await signIn(await running(), 'taro', password, office)
  expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({ username: 'taro' })
})

test('whoever is to choose a password is asked for one, with the temporary one, until that ends', async () => {
  const pool = await running()
  expect(await signIn(pool, 'invited@example.com', 'Temporary-1')).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  })
  pool.wait({ days: 8 })
  const { message } = await pool.refusal(
    'RespondToAuthChallenge',
    await proof(pool, 'invited@example.com', 'Temporary-1'),
  )
  expect(message).toContain('Temporary password has expired')
})

test('whoever is disabled is refused', async () => {
  const pool = await running()
  expect(
    await pool.refusal('RespondToAuthChallenge', await proof(pool, 'disabled@example.com', password)),
  ).toEqual(refused('NotAuthorized', 'User is disabled.'))
})

test('whoever had not confirmed the address does so with a new code', async () => {
  const pool = await running()
  const Username = 'unconfirmed@example.com'
  expect(await pool.refusal('RespondToAuthChallenge', await proof(pool, Username, password))).toEqual(
    refused('UserNotConfirmed', 'User is not confirmed.'),
  )
  await pool.call('ResendConfirmationCode', { ClientId: web, Username })
  await pool.call('ConfirmSignUp', { ClientId: web, Username, ConfirmationCode: await pool.sent(Username) })
  expect(await signIn(pool, Username, password)).toHaveProperty('AuthenticationResult.AccessToken')
})

test('whoever had confirmed the address can have a new password', async () => {
  const pool = await running()
  const Username = 'hanako@example.com'
  await pool.call('ForgotPassword', { ClientId: web, Username })
  await pool.call('ConfirmForgotPassword', {
    ClientId: web,
    Username,
    ConfirmationCode: await pool.sent(Username),
    Password: 'Genkan-2027',
  })
  expect(await signIn(pool, Username, 'Genkan-2027')).toHaveProperty('AuthenticationResult.AccessToken')
})

test('the authenticator app that a user has set up goes on giving codes', async () => {
  const pool = await running()
  const { ChallengeName, ChallengeParameters, Session } = await signIn(pool, 'totp@example.com', password)
  expect({ ChallengeName, ChallengeParameters }).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'phone' },
  })
  const secret = readFileSync(join(fixture, `db/${shop}.json`), 'utf8').match(/"Secret": "(\w+)"/)?.[1] ?? ''
  const { AuthenticationResult } = await pool.call('RespondToAuthChallenge', {
    ClientId: web,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session,
    ChallengeResponses: {
      USERNAME: ChallengeParameters?.USER_ID_FOR_SRP ?? '',
      SOFTWARE_TOKEN_MFA_CODE: new TOTP({ secret }).generate({ timestamp: pool.now() }),
    },
  })
  expect(AuthenticationResult).toHaveProperty('AccessToken')
})

test('settings, clients with their secrets, and groups are what they were', async () => {
  const { call, deployment } = await running()
  const { UserPool } = await call('DescribeUserPool', { UserPoolId: shop })
  expect(UserPool).toMatchObject({
    Name: 'shop',
    UsernameAttributes: ['email'],
    MfaConfiguration: 'OPTIONAL',
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireSymbols: true } },
  })
  expect(UserPool?.SchemaAttributes?.at(-1)).toMatchObject({ Name: 'custom:plan', Mutable: true })
  const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId: shop, ClientId: server })
  expect(UserPoolClient).toMatchObject({ ClientSecret: '7f8jx59i6mb0wtu8ysmvw1qsv' })
  const { Group } = await call('GetGroup', { UserPoolId: shop, GroupName: 'admins' })
  expect(Group).toMatchObject({ Description: 'May do everything', Precedence: 1 })
  expect((await deployment).pools).toEqual([
    {
      logicalId: 'office',
      userPoolId: office.pool,
      clients: [{ logicalId: 'desk', clientId: office.client }],
    },
    {
      logicalId: 'shop',
      userPoolId: shop,
      clients: [
        { logicalId: 'web', clientId: web },
        { logicalId: 'server', clientId: server, clientSecret: '7f8jx59i6mb0wtu8ysmvw1qsv' },
      ],
    },
  ])
})

test('the guide shows what it says', async () => {
  const guide = readFileSync(
    join(import.meta.dirname, '../../../../docs/guides/coming-from-cognito-local-or-moto.md'),
    'utf8',
  )
  const [, shown = ''] = /```\n(User pool [\s\S]*?)\nLocal user pool ready/.exec(guide) ?? []
  const { deployment } = await running()
  const said = describeDeployment(await deployment, 'cognito-local').split('\n')
  expect(shown.split('\n').filter((line) => !said.includes(line))).toEqual([])
  expect(shown).toContain('What is not as it was in cognito-local:')
})

test('tells all that is not as it was', async () => {
  expect(await told(await running())).toEqual([
    `${shop}.${web}.ExplicitAuthFlows: is not said: passwords are taken, as there; on AWS they are not until this allows it`,
    `${shop}.${server}.TokenValidityUnits: is left out: Invalid range for token validity.`,
    `${shop} unconfirmed@example.com.ConfirmationCode: is left out: ask for another with ResendConfirmationCode`,
    `${shop} short@example.com.Attributes.custom:colour: is left out: Attributes did not conform to the schema: custom:colour: Attribute does not exist in the schema.`,
    `${shop} short@example.com.Password: breaks the policy of the pool and is taken over as it is (Password not long enough)`,
    `${shop} email_verified: is true now for 4 users who have confirmed`,
    `${shop} RefreshTokens: of 1 user are left out: whoever was signed in signs in again`,
    'config.json LambdaClient: is not read: --lambda-endpoint says where the functions are',
    'config.json UserPoolDefaults: is not read: pools that are made from now on have the defaults of Cognito',
    'config.json TriggerFunctions.PostAuthentication: after-sign-in runs where --triggers or --lambda-endpoint says',
  ])
})

test('a password that breaks the policy lets in', async () => {
  expect(await signIn(await running(), 'short@example.com', 'abc')).toHaveProperty(
    'AuthenticationResult.IdToken',
  )
})

test('no password is kept as it was, in the database or in an export', async () => {
  const file = join(folder, 'no-password.sqlite')
  const { fetch, close } = await running({ storage: { file } })
  const exported = await (await fetch(new Request('http://localhost:9339/_local/export'))).text()
  close()
  const kept = readdirSync(folder)
    .filter((name) => name.startsWith('no-password'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join()
  for (const text of [exported, kept]) {
    expect(text).toContain('hanako@example.com')
    expect(text).not.toContain(password)
    expect(text).not.toContain('Temporary-1')
  }
})

describe('functions of the configuration', () => {
  test('are asked by their names at the endpoint', async () => {
    const asked: unknown[] = []
    const server = createServer(async (request, response) => {
      const event = (await json(request)) as { userName: string }
      asked.push([request.url, event.userName])
      response.end(JSON.stringify(event))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const pool = await running({ lambdaEndpoint: `http://127.0.0.1:${port}` })
    await signIn(pool, 'taro', password, office)
    server.closeAllConnections()
    server.close()
    expect(asked).toEqual([['/2015-03-31/functions/after-sign-in/invocations', 'taro']])
  })

  test('are not told of where they run', async () => {
    const asked: string[] = []
    const PostAuthentication = (event: { userName: string }) => {
      asked.push(event.userName)
      return event as never
    }
    const pool = await running({ triggers: { PostAuthentication } })
    expect((await told(pool)).filter((line) => line.includes('TriggerFunctions'))).toEqual([])
    await signIn(pool, 'taro', password, office)
    expect(asked).toEqual(['taro'])
  })
})

describe('a database that has the pools already', () => {
  const next = 'Genkan-2027'

  test('keeps what it has, and says so', async () => {
    const storage = { file: join(folder, 'kept.sqlite') }
    const first = await running({ storage })
    await first.call('AdminSetUserPassword', {
      UserPoolId: shop,
      Username: 'hanako@example.com',
      Password: next,
      Permanent: true,
    })
    first.close()
    const second = await running({ storage })
    expect(await signIn(second, 'hanako@example.com', next)).toHaveProperty('AuthenticationResult.IdToken')
    expect((await told(second)).slice(0, 2)).toEqual([
      `${office.pool}: is here already and keeps what it has`,
      `${shop}: is here already and keeps what it has`,
    ])
    second.close()
  })

  test('is put back to the files by a reset', async () => {
    const pool = await running()
    await pool.call('AdminDeleteUser', { UserPoolId: shop, Username: 'hanako@example.com' })
    const reset = await pool.fetch(new Request('http://localhost:9339/_local/reset', { method: 'POST' }))
    expect(reset.status).toBe(204)
    expect(await signIn(pool, 'hanako@example.com', password)).toHaveProperty('AuthenticationResult.IdToken')
  })
})

describe('of users and groups that Cognito could not have', () => {
  const user = (Username: string, email: string, more: object = {}) => ({
    Username,
    Password: password,
    UserStatus: 'CONFIRMED',
    Enabled: true,
    Attributes: [
      { Name: 'sub', Value: `sub-of-${Username}` },
      { Name: 'email', Value: email },
    ],
    ...more,
  })
  const withPool = (document: object) =>
    readFiles(
      new Map([
        [
          'db/local_Pool.json',
          JSON.stringify({
            Options: {
              Id: 'local_Pool',
              Name: 'pool',
              UsernameAttributes: ['email'],
              MfaConfiguration: 'OPTIONAL',
            },
            ...document,
          }),
        ],
      ]),
    )

  test('the second with the same address is left out, and so from its group', async () => {
    const cognitoLocal = withPool({
      Users: { one: user('one', 'hanako@example.com'), two: user('two', 'hanako@example.com') },
      Groups: { staff: { GroupName: 'staff', members: ['one', 'two', 'three'] } },
    })
    const pool = await running({ cognitoLocal })
    expect(await told(pool)).toEqual([
      'local_Pool hanako@example.com: is left out: another user of the pool has the same email',
      'local_Pool group staff: has lost its member two, whom the pool has not',
      'local_Pool group staff: has lost its member three, whom the pool has not',
    ])
    const { Users } = await pool.call('ListUsersInGroup', { UserPoolId: 'local_Pool', GroupName: 'staff' })
    expect(Users?.map(({ Username }) => Username)).toEqual(['one'])
  })

  test('names that Cognito does not take are left out', async () => {
    const cognitoLocal = withPool({
      Users: { 'a b': user('a b', 'hanako@example.com') },
      Groups: { 'all staff': { GroupName: 'all staff' } },
    })
    expect(await told(await running({ cognitoLocal }))).toEqual([
      expect.stringContaining('local_Pool hanako@example.com: is left out: Cognito takes no such username: '),
      expect.stringContaining('local_Pool group all staff: is left out: groupName: '),
    ])
  })

  test('what is missing is made up or told', async () => {
    const cognitoLocal = withPool({
      Users: {
        one: user('one', 'one@example.com', { Attributes: [{ Name: 'email', Value: 'one@example.com' }] }),
        two: user('two', 'two@example.com', {
          Password: undefined,
          UnverifiedAttributeChanges: [{ Name: 'email', Value: 'x' }],
        }),
        three: user('three', 'three@example.com', { UserMFASettingList: ['SMS_MFA'] }),
      },
    })
    expect(await told(await running({ cognitoLocal }))).toEqual([
      'local_Pool one@example.com.Attributes.sub: is a new one: there is none',
      'local_Pool two@example.com.UnverifiedAttributeChanges: is left out: the user has to make the change again',
      'local_Pool two@example.com.Password: is missing: the user cannot sign in by one until there is another',
      'local_Pool three@example.com.SMS_MFA: is on and not asked for: there is no verified address or app for it',
    ])
  })

  test('text messages are asked for where they were turned on in the older form', async () => {
    const phone = [
      { Name: 'sub', Value: 'sub' },
      { Name: 'email', Value: 'one@example.com' },
      { Name: 'phone_number', Value: '+819012345678' },
      { Name: 'phone_number_verified', Value: 'true' },
    ]
    const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }]
    const cognitoLocal = withPool({ Users: { one: user('one', '', { Attributes: phone, MFAOptions }) } })
    const { call } = await running({ cognitoLocal })
    const { UserPoolClient } = await call('CreateUserPoolClient', {
      UserPoolId: 'local_Pool',
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    const { ChallengeName } = await call('InitiateAuth', {
      ClientId: UserPoolClient?.ClientId ?? '',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'one@example.com', PASSWORD: password },
    })
    expect(ChallengeName).toBe('SMS_MFA')
  })
})

test('where Cognito refuses one of the pools, none is there', async () => {
  const storage = { file: join(folder, 'refused.sqlite') }
  const SchemaAttributes = Array.from({ length: 51 }, (_, index) => ({ Name: `custom:a${index}` }))
  const cognitoLocal = readFiles(
    new Map([
      ['db/local_One.json', JSON.stringify({ Options: { Id: 'local_One', Name: 'one' } })],
      ['db/two.json', JSON.stringify({ Options: { Id: 'local_Two', Name: 'two', SchemaAttributes } })],
    ]),
  )
  expect(() => createLocalUserPool({ storage, cognitoLocal })).toThrow(
    'db/two.json: Cognito refuses it: A user pool may have no more than 50 custom attributes.',
  )
  const { call, userPoolId } = await testPool({}, {}, { storage })
  const { UserPools } = await call('ListUserPools', { MaxResults: 10 })
  expect(UserPools?.map(({ Id }) => Id)).toEqual([userPoolId])
})

test('a pool begins with one thing alone', () => {
  const cognitoLocal = readCognitoLocal(fixture)
  expect(() => createLocalUserPool({ seed: exampleSeed, cognitoLocal })).toThrow(
    'A pool begins with a seed, a definition or the data of cognito-local: with one of them.',
  )
})
