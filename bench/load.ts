import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { Agent, request } from 'node:http'
import { srpClient } from '../packages/local-user-pool/src/test-srp-client.ts'
import type { Pool } from './pools.ts'

interface Asked {
  readonly ChallengeParameters?: Readonly<Record<string, string>>
}

interface SignedIn {
  readonly AuthenticationResult?: Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>
}

/** Calls an operation, as an administrator may. */
export type Call = <Answer>(operation: string, input: object) => Promise<Answer>

// fetch takes three times the processor time of this, which is the server's on a machine of few cores.
export function caller(url: string): Call {
  // A connection that nobody has used for a while may be ended by the server just when it is used again.
  const agent = new Agent({ keepAlive: true, timeout: 2_000 })
  const target = new URL('/', url)
  return (operation, input) =>
    new Promise((resolve, reject) => {
      const sent = request(target, {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
          authorization: 'AWS4-HMAC-SHA256 Credential=bench',
        },
      })
      sent.once('error', reject)
      sent.once('response', async (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.once('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text || '{}'))
          else reject(new Error(`${operation} was answered ${response.statusCode}: ${text}`))
        })
      })
      sent.end(JSON.stringify(input))
    })
}

/** People who sign in to a pool. */
export interface People {
  readonly userPoolId: string
  readonly clientId: string
  readonly call: Call
  /** One of them, from 0, signs in; answers the refresh token when the others have been verified. */
  signIn(person: number): Promise<string>
}

export const password = 'Genkan-2026'
export const emailOf = (person: number) => `person-${person}@example.com`

/** Makes a user pool with an app client, on a server that has none. */
export async function newPool(call: Call): Promise<Pick<People, 'userPoolId' | 'clientId'>> {
  const { UserPool } = await call<{ UserPool: { Id: string } }>('CreateUserPool', {
    PoolName: 'bench',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
  })
  const { UserPoolClient } = await call<{ UserPoolClient: { ClientId: string } }>('CreateUserPoolClient', {
    UserPoolId: UserPool.Id,
    ClientName: 'bench',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  return { userPoolId: UserPool.Id, clientId: UserPoolClient.ClientId }
}

/** Makes so many confirmed users. */
export async function newUsers(call: Call, userPoolId: string, count: number): Promise<void> {
  for (let person = 0; person < count; person += 1) {
    const user = { UserPoolId: userPoolId, Username: emailOf(person) }
    await call('AdminCreateUser', {
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: emailOf(person) },
        { Name: 'email_verified', Value: 'true' },
      ],
    })
    await call('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
  }
}

/**
 * The people of a pool, who sign in as it can do it best: by SRP, or with the password itself.
 *
 * @param how by default SRP where the peer knows it
 */
export async function peopleOf(
  url: string,
  { userPoolId, clientId }: Pick<People, 'userPoolId' | 'clientId'>,
  hasSrp: Pool['hasSrp'],
): Promise<People> {
  const call = caller(url)
  const isToken = await tokenCheck(`${url}/${userPoolId}`)
  const clients = new Map<number, ReturnType<typeof srpClient>>()
  const bySrp = async (person: number) => {
    const client = clients.get(person) ?? srpClient(userPoolId, password)
    clients.set(person, client)
    const { ChallengeParameters = {} } = await call<Asked>('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: emailOf(person), SRP_A: client.A },
    })
    return call<SignedIn>('RespondToAuthChallenge', {
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...client.answer(ChallengeParameters), USERNAME: ChallengeParameters.USERNAME },
    })
  }
  const byPassword = (person: number) =>
    call<SignedIn>('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: emailOf(person), PASSWORD: password },
    })
  return {
    userPoolId,
    clientId,
    call,
    async signIn(person) {
      const { AuthenticationResult } = await (hasSrp ? bySrp : byPassword)(person)
      const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
      if (!isToken(AccessToken) || !isToken(IdToken)) throw new Error('A token does not verify.')
      return RefreshToken
    },
  }
}

/** Checks signature, issuer and end of tokens, by the keys that the pool publishes. */
async function tokenCheck(issuer: string): Promise<(token: string) => boolean> {
  const response = await fetch(`${issuer}/.well-known/jwks.json`)
  const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] }
  const known = new Map<string, KeyObject>(
    keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]),
  )
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return (token) => {
    const [header = '', claims = '', signature = ''] = token.split('.')
    const key = known.get(read(header).kid)
    const { exp, iss } = read(claims)
    const isSigned =
      key && verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))
    // Some write an issuer that is not where they are reached.
    return isSigned === true && exp > Date.now() / 1000 && String(iss).endsWith(issuer.slice(-20))
  }
}

/** What became of a load. Times are in milliseconds. */
export interface Load {
  readonly done: number
  readonly took: number
  /** How long half of them took at most. */
  readonly median: number
  /** Processor time of this process. */
  readonly processor: number
}

/** Does something again and again, by so many at once, until enough was done or the time is over. */
export async function load(
  work: (person: number) => Promise<unknown>,
  {
    people,
    most = Number.POSITIVE_INFINITY,
    duration = Number.POSITIVE_INFINITY,
  }: {
    people: number
    most?: number
    duration?: number
  },
): Promise<Load> {
  const from = performance.now()
  const before = process.cpuUsage()
  const times: number[] = []
  let begun = 0
  const oneAfterAnother = async (person: number) => {
    while (begun < most && performance.now() - from < duration) {
      begun += 1
      const start = performance.now()
      await work(person)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: people }, (_, person) => oneAfterAnother(person)))
  const { user, system } = process.cpuUsage(before)
  return {
    done: times.length,
    took: performance.now() - from,
    median: times.sort((one, other) => one - other)[times.length >> 1] ?? 0,
    processor: (user + system) / 1000,
  }
}
