import {
  createHash,
  createSign,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
  sign as signatureOf,
} from 'node:crypto'
import type {
  AuthFactorType,
  ChallengeNameType,
  CreateUserPoolRequest,
  Operations,
  WebAuthnConfigurationType,
} from './protocol/types.generated.ts'
import { type TestPool, testPool } from './test-pool.ts'

/** Where the tests' page is, and whose passkeys it may use. */
export const page = { origin: 'https://app.example.com', relyingPartyId: 'example.com' }

/** What a browser or an authenticator may do other than it should. */
export interface Ceremony {
  readonly origin?: string
  readonly crossOrigin?: boolean
  readonly relyingPartyId?: string
  readonly challenge?: string
  readonly type?: string
  readonly isUserPresent?: boolean
  readonly isUserVerified?: boolean
  readonly counter?: number
  readonly userHandle?: string
  /** The id of another passkey, in place of its own. */
  readonly id?: string
}

/** A passkey in software (WebAuthn level 3, §6), with the browser around it. */
export interface TestAuthenticator {
  readonly id: string
  /** Answers CredentialCreationOptions: a RegistrationResponseJSON. */
  register(options: unknown, ceremony?: Ceremony): Record<string, unknown>
  /** Answers CREDENTIAL_REQUEST_OPTIONS: an AuthenticationResponseJSON, as text. */
  sign(options: string | undefined, ceremony?: Ceremony): string
}

type Algorithm = 'ES256' | 'RS256' | 'EdDSA'

/** @param aaguid 16 bytes that name who made the authenticator */
export function testAuthenticator(
  algorithm: Algorithm = 'ES256',
  aaguid = Buffer.alloc(16),
): TestAuthenticator {
  const credentialId = randomBytes(16)
  const id = credentialId.toString('base64url')
  const { publicKey, privateKey } = keyPair(algorithm)
  let used = 0
  let userHandle = ''

  const authenticatorData = (relyingPartyId: string, ceremony: Ceremony, attested = Buffer.alloc(0)) => {
    const { isUserPresent = true, isUserVerified = true, counter = ++used } = ceremony
    const flags = Number(isUserPresent) | (Number(isUserVerified) << 2) | (attested.length > 0 ? 0x40 : 0)
    const rest = Buffer.alloc(5, flags)
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(ceremony.relyingPartyId ?? relyingPartyId), rest, attested])
  }
  const common = ({ id: other = id }: Ceremony) => ({
    id: other,
    rawId: other,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  })

  return {
    id,
    register(options, ceremony = {}) {
      const { challenge, rp, user } = options as CreationOptions
      userHandle = user.id
      const length = Buffer.from([0, credentialId.length])
      const attested = Buffer.concat([aaguid, length, credentialId, cbor(coseKey(algorithm, publicKey))])
      const attestation = new Map<CborKey, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(rp.id, ceremony, attested)],
      ])
      return {
        ...common(ceremony),
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, ceremony).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      }
    },
    sign(options = '{}', ceremony = {}) {
      const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string }
      const client = clientData('webauthn.get', challenge, ceremony)
      const data = authenticatorData(rpId, ceremony)
      const signed = Buffer.concat([data, sha256(client)])
      const signature =
        algorithm === 'EdDSA'
          ? signatureOf(null, signed, privateKey)
          : createSign('SHA256').update(signed).sign(privateKey)
      return JSON.stringify({
        ...common(ceremony),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: ceremony.userHandle ?? userHandle,
        },
      })
    },
  }
}

interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** What the browser says of the ceremony. */
function clientData(type: string, challenge: string, ceremony: Ceremony): Buffer {
  const { origin = page.origin, crossOrigin = false } = ceremony
  return Buffer.from(
    JSON.stringify({
      type: ceremony.type ?? type,
      challenge: ceremony.challenge ?? challenge,
      origin,
      crossOrigin,
    }),
  )
}

function keyPair(algorithm: Algorithm) {
  switch (algorithm) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 })
    case 'EdDSA':
      return generateKeyPairSync('ed25519')
  }
}

/** The public key as COSE has it (RFC 9053, RFC 8230). */
function coseKey(algorithm: Algorithm, publicKey: ReturnType<typeof keyPair>['publicKey']): Cbor {
  const jwk: JsonWebKey = publicKey.export({ format: 'jwk' })
  const bytes = (text = '') => Buffer.from(text, 'base64url')
  switch (algorithm) {
    case 'ES256':
      return new Map<CborKey, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(jwk.x)],
        [-3, bytes(jwk.y)],
      ])
    case 'RS256':
      return new Map<CborKey, Cbor>([
        [1, 3],
        [3, -257],
        [-1, bytes(jwk.n)],
        [-2, bytes(jwk.e)],
      ])
    case 'EdDSA':
      return new Map<CborKey, Cbor>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, bytes(jwk.x)],
      ])
  }
}

type CborKey = string | number
type Cbor = CborKey | Buffer | Map<CborKey, Cbor>

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, member]) => [cbor(key), cbor(member)])
  return Buffer.concat([head(5, value.size), ...entries])
}

function head(major: number, length: number): Buffer {
  const type = major << 5
  if (length < 24) return Buffer.from([type | length])
  if (length < 256) return Buffer.from([type | 24, length])
  return Buffer.from([type | 25, length >> 8, length & 255])
}

export const email = 'hanako@example.com'
export const phone = '+819012345678'

type Question = Operations['InitiateAuth']['output']

/** A pool with choice-based sign-in. */
export interface ChoicePool extends TestPool {
  /** Begins a sign-in by choice. */
  begin(parameters?: Record<string, string>, login?: string): Promise<Question>
  /** What answers a question, or another one with its Session. */
  answer(
    question: Question,
    responses: Record<string, string>,
    name?: ChallengeNameType,
  ): Operations['RespondToAuthChallenge']['input']
  /** Registers a passkey for whoever holds the access token. */
  registered(accessToken: string, authenticator?: TestAuthenticator): Promise<TestAuthenticator>
  /** Sets attributes of the user as an administrator. */
  set(attributes: Record<string, string>, login?: string): Promise<void>
}

/** @param factors those that the pool allows @param webAuthn beside the relying party's id */
export async function choicePool(
  factors: AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
  webAuthn: WebAuthnConfigurationType = {},
  userPool: Partial<CreateUserPoolRequest> = {},
): Promise<ChoicePool> {
  const pool = await testPool(
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: factors } }, ...userPool },
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  )
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: page.relyingPartyId, ...webAuthn },
  })
  const ClientId = pool.clientId
  return {
    ...pool,
    begin: async (parameters = {}, login = email) =>
      pool.call('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: login, ...parameters },
      }),
    answer: ({ ChallengeName, Session }, responses, name = ChallengeName) => ({
      ClientId,
      ChallengeName: name ?? 'SELECT_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: email, ...responses },
    }),
    async registered(AccessToken, authenticator = testAuthenticator()) {
      const { CredentialCreationOptions } = await pool.call('StartWebAuthnRegistration', { AccessToken })
      const Credential = authenticator.register(CredentialCreationOptions)
      await pool.call('CompleteWebAuthnRegistration', { AccessToken, Credential })
      return authenticator
    },
    async set(attributes, Username = email) {
      const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
      await pool.call('AdminUpdateUserAttributes', { UserPoolId: pool.userPoolId, Username, UserAttributes })
    },
  }
}
