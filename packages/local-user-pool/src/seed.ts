import { createHash } from 'node:crypto'
import { uuidOf } from './core/identifiers.ts'
import { newVerifier, type Verifier } from './core/srp.ts'
import type { Context } from './domain/context.ts'
import { confirmationOf, recoveryContact } from './domain/deliveries.ts'
import { untilChosen } from './domain/passwords.ts'
import { createDomain } from './domain/user-pool-domains.ts'
import type { PoolMfa, UserPool } from './domain/user-pools.ts'
import { newSub, type User } from './domain/users.ts'
import { CognitoException } from './protocol/exceptions.ts'
import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from './protocol/types.generated.ts'

/** Where a seeded user can stand. */
export const seedStates = [
  'confirmed',
  'unconfirmed',
  'temporary-password',
  'reset-required',
  'disabled',
] as const

/** Where a seeded user stands. */
export type SeedState = (typeof seedStates)[number]

/** A seed that no pool can begin with; the message says what is wrong with it. */
export class UnusableSeedError extends Error {
  override readonly name = 'UnusableSeedError'
}

export interface SeedUser {
  readonly email: string
  readonly password: string
  readonly state: SeedState
  /** Attributes beside the e-mail address. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** What a new database begins with: one pool with one app client and some users. */
export interface Seed {
  readonly userPoolId: string
  readonly clientId: string
  readonly userPool: CreateUserPoolRequest
  /** What SetUserPoolMfaConfig sets. */
  readonly mfa?: PoolMfa
  /** The domain of its OAuth 2.0 endpoints and managed login pages; without one it has none. */
  readonly domain?: string
  readonly client: Omit<CreateUserPoolClientRequest, 'UserPoolId'>
  readonly users: readonly SeedUser[]
}

const password = 'Genkan-2026'

/** The pool that `npm start` and `npm run pool` begin with: sign-in by e-mail, and a user for every situation. */
export const exampleSeed: Seed = {
  userPoolId: 'ap-northeast-1_LocalPool',
  clientId: 'genkanlocalclient000000000',
  userPool: {
    PoolName: 'genkan-local',
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    // The default policy, but for temporary passwords: the invited user waits in the data for as long as it is kept.
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 365,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
    },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    Schema: [
      { Name: 'email', AttributeDataType: 'String', Required: true, Mutable: true },
      { Name: 'name', AttributeDataType: 'String', Required: true, Mutable: true },
    ],
  },
  domain: 'genkan-local',
  mfa: { WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'preferred' } },
  client: {
    ClientName: 'web',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    SupportedIdentityProviders: ['COGNITO'],
    CallbackURLs: ['http://localhost:3000/'],
    LogoutURLs: ['http://localhost:3000/'],
  },
  users: [
    { email: 'hanako@example.com', password, state: 'confirmed', attributes: { name: '山田 花子' } },
    { email: 'unconfirmed@example.com', password, state: 'unconfirmed', attributes: { name: '佐藤 健' } },
    // Without a name, which the pool requires: it is asked for together with the new password.
    { email: 'invited@example.com', password, state: 'temporary-password' },
    { email: 'reset@example.com', password, state: 'reset-required', attributes: { name: '鈴木 葵' } },
    { email: 'disabled@example.com', password, state: 'disabled', attributes: { name: '高橋 蓮' } },
  ],
}

/**
 * Puts the seed into a database that does not have its pool yet.
 *
 * @throws UnusableSeedError where Cognito would refuse it, with nothing written
 */
export function plant(context: Context, seed: Seed): void {
  const { pools, clients } = context
  if (pools.has(seed.userPoolId)) return
  context.world.database.transaction(() => {
    const pool = accepted('userPool', () =>
      pools.setMfa(pools.create(seed.userPool, seed.userPoolId), seed.mfa ?? {}),
    )
    const { domain } = seed
    if (domain !== undefined) {
      accepted('domain', () =>
        createDomain(context.domains, pool, { UserPoolId: pool.Id, Domain: domain, ManagedLoginVersion: 2 }),
      )
    }
    accepted('client', () => clients.create({ ...seed.client, UserPoolId: pool.Id }, seed.clientId))
    const seen = new Set<string>()
    for (const [index, user] of seed.users.entries()) {
      // Who stands there twice is two people, and refused where they share an alias.
      const sub = seen.has(user.email) ? newSub(context.world) : uuidOf(bytesOf(pool, user, 'sub'))
      seen.add(user.email)
      accepted(`users[${index}] (${user.email})`, () => plantUser(context, pool, user, sub))
    }
  })
}

function accepted<Result>(part: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CognitoException)) throw error
    throw new UnusableSeedError(`The seed cannot be used: ${part} is refused: ${error.message}`, {
      cause: error,
    })
  }
}

function plantUser({ world, users, deliveries }: Context, pool: UserPool, seed: SeedUser, sub: string): void {
  const attributes = {
    ...seed.attributes,
    email: seed.email,
    email_verified: String(seed.state !== 'unconfirmed'),
  }
  const created = users.create(pool, seed.email, attributes, { sub, status: 'CONFIRMED' })
  const user = users.change(pool, created, {
    ...verifierOf(pool, seed, created),
    passwordExpiresAt: null,
    ...(seed.state === 'temporary-password' && untilChosen(world, pool)),
  })
  switch (seed.state) {
    case 'confirmed':
      return
    case 'unconfirmed':
      users.change(pool, user, { status: 'UNCONFIRMED' })
      deliveries.sendCode(user, confirmationOf(user, 'email'), 'email')
      return
    case 'temporary-password':
      deliveries.sendInvitation(user, seed.password, 'email')
      return
    case 'reset-required':
      users.change(pool, user, { status: 'RESET_REQUIRED' })
      deliveries.sendCode(user, 'reset', recoveryContact(pool, user))
      return
    case 'disabled':
      users.change(pool, user, { enabled: false })
      return
  }
}

const verifiers = new Map<string, Verifier>()

/** Calculated once in a process: it would be most of what a fresh pool and a reset take. */
function verifierOf(pool: UserPool, seed: SeedUser, user: User): Verifier {
  const key = JSON.stringify([pool.Id, user.username, seed.password])
  const verifier = verifiers.get(key) ?? newVerifier(user, seed.password, () => bytesOf(pool, seed, 'salt'))
  verifiers.set(key, verifier)
  return verifier
}

/** The same for the same user of a seed, in every pool that begins with it and after each reset. */
function bytesOf(pool: UserPool, { email }: SeedUser, what: string): Buffer {
  return createHash('shake256', { outputLength: 16 }).update(`${what}\0${pool.Id}\0${email}`).digest()
}
