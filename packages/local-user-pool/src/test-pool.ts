import { createSecretHash } from 'cognito-srp-helper'
import { expect } from 'vitest'
import { createLocalUserPool, type LocalUserPool, type LocalUserPoolOptions } from './pool.ts'
import { model } from './protocol/model.ts'
import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  ExplicitAuthFlowsType,
  Operations,
} from './protocol/types.generated.ts'
import { sharedKeys } from './test-keys.ts'
import { unexpected } from './test-response.ts'
import { srpClient } from './test-srp-client.ts'

/** An exception as a client sees it. */
export interface Refusal {
  readonly name: string
  readonly message: string
}

/** An app client of the test's pool. The secret is empty where it has none. */
export interface TestClient {
  readonly ClientId: string
  readonly ClientSecret: string
  /** SECRET_HASH for a username. */
  secretHash(username: string): string
}

export interface TestUser {
  readonly username: string
  readonly status: string
  readonly enabled: boolean
  readonly attributes: Readonly<Record<string, string>>
}

type Name = keyof Operations

/** What a sign-in by SRP has beside the password. */
export interface SrpSettings {
  readonly AuthFlow?: 'USER_SRP_AUTH' | 'CUSTOM_AUTH'
  /** Further AuthParameters. */
  readonly start?: Readonly<Record<string, string>>
  /** Further ChallengeResponses. */
  readonly answer?: Readonly<Record<string, string>>
}

/** A pool for one test: in memory, with a clock that the test moves, spoken to through its `fetch` alone. */
export interface TestPool {
  readonly userPoolId: string
  readonly clientId: string
  readonly fetch: LocalUserPool['fetch']
  readonly deployment: LocalUserPool['deployment']
  /** Ends the pool, so that another may open its file. */
  close(): void
  /** Calls an operation; fails the test where the answer is an exception, or not what the model allows. */
  call<Operation extends Name>(
    name: Operation,
    input: Operations[Operation]['input'],
  ): Promise<Operations[Operation]['output']>
  /** The exception that the operation answers; fails the test where it answers anything else. */
  refusal(name: Name, input: object): Promise<Refusal>
  /** The same in one line, whatever it is: `ok`, or the exception's name and message. For many requests at once. */
  attempt(name: Name, input: object): Promise<string>
  /** Makes another app client of the pool, with all flows on unless told otherwise. */
  client(settings?: Partial<CreateUserPoolClientRequest>): Promise<TestClient>
  /** How administrators see a user; fails the test where there is none. */
  user(username: string): Promise<TestUser>
  /** Makes a user who has confirmed and knows the password. */
  confirmedUser(email?: string, password?: string): Promise<{ email: string; password: string }>
  /** Signs in by password, as far as the next step: for tests that are about what comes after it. */
  signInByPassword(email: string, password: string): Promise<Operations['InitiateAuth']['output']>
  /** Signs in by SRP, as far as the next step. */
  signIn(
    email: string,
    password: string,
    settings?: SrpSettings,
  ): Promise<Operations['RespondToAuthChallenge']['output']>
  /** The first half of such a sign-in, and the answer to it, which is not sent. */
  proof(
    email: string,
    password: string,
    settings?: SrpSettings,
  ): Promise<Operations['RespondToAuthChallenge']['input']>
  /** The exception that the second half of such a sign-in answers. */
  signInRefusal(email: string, password: string): Promise<Refusal>
  /** The tokens of a sign-in by password, through the pool's first client or another without a secret. */
  tokens(
    email: string,
    password?: string,
    clientId?: string,
  ): Promise<Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>>
  /** The latest code or temporary password that was sent to the address. */
  sent(email: string): Promise<string>
  /** The pool's time, milliseconds since 1970. */
  now(): number
  /** Moves the clock forward. */
  wait(time: { seconds?: number; minutes?: number; hours?: number; days?: number }): void
}

export const testPassword = 'Genkan-2026'

/** `refused('NotAuthorized', 'User is disabled.')`: what `refusal` answers for that exception. */
export const refused = (exception: string, message: string): Refusal => ({
  name: `${exception}Exception`,
  message,
})

const allFlows: ExplicitAuthFlowsType[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>

/**
 * @param userPool settings beside e-mail as username
 * @param client settings beside all flows being on
 */
export async function testPool(
  userPool: Partial<CreateUserPoolRequest> = {},
  client: Partial<CreateUserPoolClientRequest> = {},
  options: Pick<
    LocalUserPoolOptions,
    | 'triggers'
    | 'fixedCode'
    | 'timer'
    | 'lambdaEndpoint'
    | 'onTriggerError'
    | 'storage'
    | 'domainEndpoint'
    | 'definition'
    | 'cognitoLocal'
    | 'newSigningKey'
  > = {},
): Promise<TestPool> {
  let now = Date.UTC(2026, 10, 21, 9)
  const bugs: unknown[] = []
  const pool = createLocalUserPool({
    newSigningKey: sharedKeys(),
    ...options,
    clock: () => now,
    onBug: (operation, error) => bugs.push([operation, error]),
  })
  await pool.deployment.catch((error: unknown) => {
    pool.close()
    throw error
  })

  const post = (name: string, input: object) =>
    pool.fetch(
      new Request('http://localhost:9339/', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${model.service}.${name}`,
          authorization: 'AWS4-HMAC-SHA256 Credential=test',
        },
        body: JSON.stringify(input),
      }),
    )

  const expectNoBugs = () => {
    if (bugs.length > 0) expect(bugs).toEqual([])
  }

  const call: TestPool['call'] = async (name, input) => {
    const response = await post(name, input)
    const body = await bodyOf(response)
    expectNoBugs()
    // Expectations take longer than most operations: here they are stated where they are not met.
    if (response.status !== 200) expect({ status: response.status, body }).toMatchObject({ status: 200 })
    const { output } = model.operations[name] ?? {}
    const strange = output ? unexpected(body, output) : []
    if (strange.length > 0) expect(strange).toEqual([])
    return body as never
  }

  const refusal: TestPool['refusal'] = async (name, input) => {
    const response = await post(name, input)
    const { __type, message, ...rest } = await bodyOf(response)
    expectNoBugs()
    expect({ status: response.status, ...rest }).toEqual({ status: 400 })
    expect(response.headers.get('x-amzn-errortype')).toBe(`${__type}:`)
    return { name: String(__type), message: String(message) }
  }

  const { UserPool } = await call('CreateUserPool', {
    PoolName: 'test',
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    ...userPool,
  })
  const userPoolId = UserPool?.Id ?? ''
  const newClient = async (settings: Partial<CreateUserPoolClientRequest> = {}) => {
    const { UserPoolClient } = await call('CreateUserPoolClient', {
      ClientName: 'test',
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: allFlows,
      ...settings,
      UserPoolId: userPoolId,
    })
    const { ClientId = '', ClientSecret = '' } = UserPoolClient ?? {}
    const secretHash = (username: string) => createSecretHash(username, ClientId, ClientSecret)
    return { ClientId, ClientSecret, secretHash }
  }
  const { ClientId: clientId } = await newClient(client)

  /** The first half of a sign-in by SRP, and the answer to it. */
  const proof: TestPool['proof'] = async (email, password, settings = {}) => {
    const client = srpClient(userPoolId, password)
    const start = await call('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: settings.AuthFlow ?? 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: email, SRP_A: client.A, ...settings.start },
    })
    return {
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: start.Session,
      ChallengeResponses: {
        ...client.answer(start.ChallengeParameters ?? {}),
        USERNAME: start.ChallengeParameters?.USERNAME ?? email,
        ...settings.answer,
      },
    }
  }

  return {
    userPoolId,
    clientId,
    fetch: pool.fetch,
    deployment: pool.deployment,
    close: () => pool.close(),
    call,
    refusal,
    proof,
    signInByPassword: (USERNAME, PASSWORD) =>
      call('InitiateAuth', {
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD },
      }),
    signIn: async (email, password, settings) =>
      call('RespondToAuthChallenge', await proof(email, password, settings)),
    signInRefusal: async (email, password) => refusal('RespondToAuthChallenge', await proof(email, password)),
    client: newClient,
    async attempt(name, input) {
      const response = await post(name, input)
      const { __type, message } = await bodyOf(response)
      expectNoBugs()
      return response.status === 200 ? 'ok' : `${__type}: ${message}`
    },
    async user(username) {
      const found = await call('AdminGetUser', { UserPoolId: userPoolId, Username: username })
      return {
        username: found.Username,
        status: found.UserStatus ?? '',
        enabled: found.Enabled ?? false,
        attributes: Object.fromEntries(
          (found.UserAttributes ?? []).map(({ Name, Value = '' }) => [Name, Value]),
        ),
      }
    },
    async confirmedUser(email = 'hanako@example.com', password = testPassword) {
      await call('AdminCreateUser', {
        UserPoolId: userPoolId,
        Username: email,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
      })
      await call('AdminSetUserPassword', {
        UserPoolId: userPoolId,
        Username: email,
        Password: password,
        Permanent: true,
      })
      return { email, password }
    },
    async tokens(email, password = testPassword, ClientId = clientId) {
      const { AuthenticationResult = {} } = await call('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      })
      const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult
      return { AccessToken, IdToken, RefreshToken }
    },
    async sent(email) {
      const response = await pool.fetch(
        new Request(`http://localhost:9339/_local/inbox?to=${encodeURIComponent(email)}`),
      )
      const { items } = (await response.json()) as { items: { secret: string }[] }
      return items[0]?.secret ?? ''
    },
    now: () => now,
    wait({ seconds = 0, minutes = 0, hours = 0, days = 0 }) {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
