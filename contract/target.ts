import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  CreateUserPoolDomainCommand,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type RunningLocalUserPool, startLocalUserPool, type Triggers } from '@genkan/local-user-pool'
import { test } from 'vitest'
import { freePort } from '../scripts/ports.ts'

/** A user pool for one test file, made by the SDK as it would be made on AWS. */
export interface Target {
  readonly region: string
  readonly userPoolId: string
  /** An app client without a secret that allows every flow with a password. */
  readonly clientId: string
  /** Where the service is reached; undefined where clients find it by its region. */
  readonly endpoint: string | undefined
  /** The `iss` of its tokens. */
  readonly issuer: string
  /** Where the pool's endpoints of OAuth 2.0 and its pages are, without a slash at the end; undefined without `domain`. */
  readonly domain: string | undefined
  /** Signs with credentials that may administrate the pool. */
  readonly admin: CognitoIdentityProviderClient
  /** The latest code or temporary password that was sent to the address. A real pool needs a mailbox for this. */
  sent(address: string): Promise<string>
  /** Moves the service's clock. A real pool cannot do this: tests that call it are about the local one. */
  moveClock(time: { readonly minutes?: number; readonly hours?: number; readonly days?: number }): void
  /** Holds the service's clock still, so that what happens next happens within one millisecond. As `moveClock`. */
  stopClock(): void
  /** Ends the target; fails where it met an error of its own. */
  close(): Promise<void>
}

/** What differs from a pool with e-mail addresses as usernames and a client that allows everything. */
export interface Settings {
  readonly userPool?: Partial<CreateUserPoolCommandInput>
  readonly client?: Partial<CreateUserPoolClientCommandInput>
  /** In the place of Lambda functions, which a pool on AWS has of its own. */
  readonly triggers?: Triggers
  /**
   * Gives the pool a domain, whose certificate this process then trusts. Its tokens name their issuer by http, as a local
   * pool's do, or by https, as AWS does.
   */
  readonly domain?: { readonly issuer: 'http' | 'https' }
}

/** Starts what the environment variable TARGET names: `local`, which is the default, or `aws`. */
export async function startTarget(settings: Settings = {}): Promise<Target> {
  const { TARGET: name = 'local' } = process.env
  if (name === 'local') return startLocalTarget(settings)
  if (name === 'aws') return startAwsTarget(settings)
  throw new Error(`TARGET is '${name}'; it may be 'local' or 'aws'.`)
}

/** For tests that read the inbox, move the clock or bring triggers, which a real pool has not: on AWS they are skipped. */
export const locally = test.skipIf(process.env.TARGET === 'aws')

/**
 * A pool in the account of the credentials and the region of the environment, as the AWS SDK finds them. Closing deletes
 * it, and every other pool that its administrator has made by `newUserPool`.
 */
async function startAwsTarget({ userPool, client, triggers, domain }: Settings): Promise<Target> {
  if (triggers) throw new Error('Triggers run in the local user pool alone.')
  if (domain) throw new Error('The local user pool alone is given a domain by the tests.')
  // The variable by which the AWS SDKs are led to another address than AWS's; others do not know it.
  const { AWS_REGION: region, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint } = process.env
  if (!region) throw new Error('Set AWS_REGION to the region in which TARGET=aws may make user pools.')
  const admin = new CognitoIdentityProviderClient({ region })
  const userPoolId = await newUserPool(admin, userPool)
  const notOnAws = () => {
    throw new Error(
      'A real pool has no inbox to look into and no clock to move. Declare the test with `locally`.',
    )
  }
  return {
    region,
    userPoolId,
    clientId: await newClient({ admin, userPoolId }, client),
    endpoint,
    issuer: `${endpoint ?? `https://cognito-idp.${region}.amazonaws.com`}/${userPoolId}`,
    domain: undefined,
    admin,
    sent: notOnAws,
    moveClock: notOnAws,
    stopClock: notOnAws,
    async close() {
      for (const UserPoolId of made.get(admin) ?? [])
        await admin.send(new DeleteUserPoolCommand({ UserPoolId }))
      admin.destroy()
    },
  }
}

async function startLocalTarget(settings: Settings): Promise<Target> {
  const region = 'ap-northeast-1'
  const bugs: unknown[] = []
  let offset = 0
  let stoppedAt: number | undefined
  // The issuer is a part of what the pool starts with, so that its port has to be known before.
  const httpsPort = settings.domain?.issuer === 'https' ? await freePort(0) : 0
  const pool = await startLocalUserPool({
    port: 0,
    region,
    ...(settings.domain && { https: { port: httpsPort } }),
    ...(httpsPort !== 0 && { endpoint: `https://localhost:${httpsPort}` }),
    ...(settings.triggers && { triggers: settings.triggers }),
    clock: () => (stoppedAt ?? Date.now()) + offset,
    onBug: (operation, error) => bugs.push(new Error(`${operation} failed`, { cause: error })),
  })
  const admin = sdkClient(region, pool.url)
  const userPoolId = await newUserPool(admin, settings.userPool)
  if (settings.domain) {
    setDefaultCACertificates([...getCACertificates(), pool.authority().certificate])
    await admin.send(new CreateUserPoolDomainCommand({ UserPoolId: userPoolId, Domain: 'contract' }))
  }
  return {
    region,
    userPoolId,
    clientId: await newClient({ admin, userPoolId }, settings.client),
    endpoint: pool.url,
    issuer: `${pool.endpoint}/${userPoolId}`,
    domain: settings.domain && pool.httpsUrl,
    admin,
    sent: (address) => latestSecret(pool, address),
    moveClock({ minutes = 0, hours = 0, days = 0 }) {
      offset += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
    stopClock() {
      stoppedAt = Date.now()
    },
    async close() {
      admin.destroy()
      await pool.close()
      if (bugs.length > 0) throw new AggregateError(bugs, 'The local user pool met errors that are bugs.')
    },
  }
}

/** A client of the SDK that tries once, so that a test sees every failure. */
export function sdkClient(region: string, endpoint?: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    region,
    maxAttempts: 1,
    ...(endpoint !== undefined && {
      endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
}

/** What each administrator has made, to be deleted on AWS. */
const made = new WeakMap<CognitoIdentityProviderClient, string[]>()

export async function newUserPool(
  admin: CognitoIdentityProviderClient,
  settings: Partial<CreateUserPoolCommandInput> = {},
): Promise<string> {
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      PoolName: 'genkan-contract',
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      ...settings,
    }),
  )
  const userPoolId = present(UserPool?.Id)
  made.set(admin, [...(made.get(admin) ?? []), userPoolId])
  return userPoolId
}

/** A further app client of the pool. */
export async function newClient(
  { admin, userPoolId }: Pick<Target, 'admin' | 'userPoolId'>,
  settings: Partial<CreateUserPoolClientCommandInput> = {},
): Promise<string> {
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: 'contract',
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: [
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...settings,
    }),
  )
  return present(UserPoolClient?.ClientId)
}

/** A member that the API's types call optional and a test relies on. */
export function present<Value>(value: Value): NonNullable<Value> {
  if (value === undefined || value === null) throw new Error('The answer lacks what the test needs of it.')
  return value
}

/** The latest code or temporary password in the inbox of a pool at a port. */
export async function latestSecret({ url }: RunningLocalUserPool, address: string): Promise<string> {
  const response = await fetch(`${url}/_local/inbox?to=${encodeURIComponent(address)}`)
  const { items } = (await response.json()) as { items: readonly { readonly secret: string }[] }
  return present(items[0]?.secret)
}
