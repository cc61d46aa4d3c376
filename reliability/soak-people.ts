import { createHash, randomBytes } from 'node:crypto'
import { exampleSeed } from '@genkan/local-user-pool'
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper'
import { TOTP } from 'otpauth'
import { Browser } from '../contract/oauth2/browser.ts'
import { type Body, call, local } from './calls.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed
const [callback = ''] = exampleSeed.client.CallbackURLs ?? []
export const code = '246810'

/** Somebody who passes through once: made at the beginning of a visit, gone at its end. */
interface Visitor {
  readonly url: string
  /** The app client of the managed login pages. */
  readonly pages: string
  readonly email: string
  readonly password: string
}

/** What was not as it should be; a fault that was injected is no such thing, and ends the visit without a word. */
export class Unexpected extends Error {}
class Struck extends Error {}

/** An answer that has to be this one. */
async function expect(url: string, operation: string, input: object, outcome = 'ok'): Promise<Body> {
  const answer = await call(url, operation, input).catch(() => {
    throw new Struck()
  })
  if (answer.outcome === outcome) return answer.body
  const isStruck = ['TooManyRequestsException', 'InternalErrorException', 'status 503'].includes(
    answer.outcome,
  )
  if (isStruck) throw new Struck()
  throw new Unexpected(
    `${operation} is answered by ${answer.outcome}, not ${outcome}: ${answer.body.message}`,
  )
}

async function bySrp({ url, email, password }: Visitor): Promise<Body> {
  const session = createSrpSession(email, password, UserPoolId, false)
  const AuthFlow = 'USER_SRP_AUTH' as const
  const asked = await expect(
    url,
    'InitiateAuth',
    wrapInitiateAuth(session, { ClientId, AuthFlow, AuthParameters: { USERNAME: email } }),
  )
  const { ChallengeParameters = {}, Session } = asked
  const answer = wrapAuthChallenge(signSrpSession(session, { ChallengeParameters }), {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    ChallengeResponses: { USERNAME: ChallengeParameters.USERNAME ?? '' },
  })
  return expect(url, 'RespondToAuthChallenge', { ...answer, Session })
}

const byPassword = ({ url, email, password }: Visitor, outcome = 'ok') =>
  expect(
    url,
    'InitiateAuth',
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: email, PASSWORD: password } },
    outcome,
  )

const tokensOf = ({ AuthenticationResult: { AccessToken = '', RefreshToken = '' } = {} }: Body) => ({
  AccessToken,
  RefreshToken,
})

/** Those who stay. */
export const regulars = Array.from({ length: 20 }, (_, index) => ({
  email: `regular-${index}@example.com`,
  password: 'Genkan-2026!',
}))

/** What people do between their sign-up and their deletion; one of these a visit. */
const visits: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  async 'signs in by SRP, refreshes and revokes'(visitor) {
    const { RefreshToken } = tokensOf(await bySrp(visitor))
    const refreshed = await expect(visitor.url, 'GetTokensFromRefreshToken', { ClientId, RefreshToken })
    const { AccessToken, RefreshToken: Token } = tokensOf(refreshed)
    await expect(visitor.url, 'GetUser', { AccessToken })
    await expect(visitor.url, 'RevokeToken', { ClientId, Token })
    await expect(visitor.url, 'GetUser', { AccessToken }, 'NotAuthorizedException')
  },
  async 'forgets the password and resets it'(visitor) {
    const { url, email: Username } = visitor
    await byPassword({ ...visitor, password: 'Wrong-2026!' }, 'NotAuthorizedException')
    await expect(url, 'ForgotPassword', { ClientId, Username })
    const Password = 'Another-2026!'
    const input = { ClientId, Username, Password, ConfirmationCode: code }
    await expect(url, 'ConfirmForgotPassword', input)
    const { AccessToken } = tokensOf(await byPassword({ ...visitor, password: Password }))
    await expect(url, 'ChangePassword', {
      AccessToken,
      PreviousPassword: Password,
      ProposedPassword: 'Third-2026!',
    })
    await expect(url, 'GlobalSignOut', { AccessToken })
  },
  async 'asks for a code and leaves'({ url, email: Username }) {
    await expect(url, 'ForgotPassword', { ClientId, Username })
    await expect(url, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    })
  },
  async 'signs in by a code'({ url, email: USERNAME }) {
    const { Session } = await expect(url, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    })
    const ChallengeResponses = { USERNAME, EMAIL_OTP_CODE: code }
    const input = { ClientId, ChallengeName: 'EMAIL_OTP', Session, ChallengeResponses }
    const { AccessToken } = tokensOf(await expect(url, 'RespondToAuthChallenge', input))
    await expect(url, 'UpdateUserAttributes', {
      AccessToken,
      UserAttributes: [{ Name: 'name', Value: '花' }],
    })
  },
  async 'signs in with an authenticator app'(visitor) {
    const { url, email: USERNAME } = visitor
    const { AccessToken } = tokensOf(await byPassword(visitor))
    const { SecretCode = '' } = await expect(url, 'AssociateSoftwareToken', { AccessToken })
    const shown = async (later: number) => {
      const { milliseconds } = (await local(url, 'GET', 'clock')) as { milliseconds: number }
      return new TOTP({ secret: SecretCode }).generate({ timestamp: milliseconds + later })
    }
    await expect(url, 'VerifySoftwareToken', { AccessToken, UserCode: await shown(0) })
    await expect(url, 'SetUserMFAPreference', {
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    const { Session } = await byPassword(visitor)
    await expect(url, 'RespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session,
      // The one that was used has gone; that of the next half minute is taken already.
      ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE: await shown(30_000) },
    })
  },
  async 'signs in at the managed login pages'({ url, pages, email, password }) {
    const verifier = randomBytes(32).toString('base64url')
    const request = new URLSearchParams({
      response_type: 'code',
      client_id: pages,
      redirect_uri: callback,
      scope: 'openid email aws.cognito.signin.user.admin',
      state: 'state',
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    })
    const browser = new Browser(url)
    const begin = () => visit(() => browser.visit(`/oauth2/authorize?${request}`))
    const asked = await begin()
    let { url: arrived } = await visit(() => browser.submit(asked, { username: email, password }))
    // Once more, with the session of the pages: the code of the first is never brought back.
    if (Math.random() < 0.5) arrived = (await begin()).url
    const granted = arrived.searchParams.get('code')
    if (granted === null) throw new Unexpected(`The managed login pages lead to ${arrived.pathname}`)
    const grant = await form(url, 'token', {
      grant_type: 'authorization_code',
      client_id: pages,
      redirect_uri: callback,
      code: granted,
      code_verifier: verifier,
    })
    const headers = { authorization: `Bearer ${grant.access_token}` }
    await visit(() => fetch(`${url}/oauth2/userInfo`, { headers }).then((response) => response.text()))
    await form(url, 'revoke', { client_id: pages, token: grant.refresh_token ?? '' })
  },
  async 'is a regular who comes back, after somebody who is nobody'(visitor) {
    const regular = { ...visitor, ...any(regulars) }
    await byPassword({ ...regular, email: `not-${visitor.email}` }, 'NotAuthorizedException')
    await byPassword({ ...regular, password: 'Wrong-2026!' }, 'NotAuthorizedException')
    // Nothing of this is ended by anybody: it has to end by itself.
    await byPassword(regular)
    await bySrp(regular)
  },
  async 'is looked after by an administrator'({ url, email: Username }) {
    await expect(url, 'AdminGetUser', { UserPoolId, Username })
    await expect(url, 'ListUsers', { UserPoolId, Limit: 20, Filter: `email = "${Username}"` })
    await expect(url, 'AdminDisableUser', { UserPoolId, Username })
    await expect(url, 'AdminEnableUser', { UserPoolId, Username })
    await expect(url, 'AdminUserGlobalSignOut', { UserPoolId, Username })
    await expect(url, 'DescribeUserPool', { UserPoolId })
    await expect(url, 'ListUserPoolClients', { UserPoolId, MaxResults: 10 })
  },
}

/** What happens at the pages, unless a fault strikes. */
async function visit<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof TypeError ? new Struck() : error
  }
}

async function form(url: string, endpoint: string, fields: Record<string, string>) {
  const init = { method: 'POST', body: new URLSearchParams(fields) }
  const response = await visit(() => fetch(`${url}/oauth2/${endpoint}`, init))
  const text = await visit(() => response.text())
  if ([429, 500, 503].includes(response.status) || text.includes('TooManyRequests')) throw new Struck()
  if (!response.ok) throw new Unexpected(`/oauth2/${endpoint} is answered by ${response.status}: ${text}`)
  return (text === '' ? {} : JSON.parse(text)) as { access_token?: string; refresh_token?: string }
}

let count = 0
const any = (people: typeof regulars) => people[count % people.length] ?? { email: '', password: '' }

/** What one visit came to. */
export interface Visit {
  readonly kind: string
  /** A fault that was injected ended it. */
  readonly struck: boolean
  readonly fault?: string
}

/** Somebody signs up, does one thing, and is deleted. */
export async function passThrough(url: string, pages: string): Promise<Visit> {
  const kinds = Object.keys(visits)
  const kind = kinds[count % kinds.length] ?? ''
  count += 1
  const visitor: Visitor = { url, pages, email: `visitor-${count}@example.com`, password: 'Genkan-2026!' }
  const { email: Username, password: Password } = visitor
  const outcome = await (async (): Promise<Pick<Visit, 'struck' | 'fault'>> => {
    try {
      const UserAttributes = [{ Name: 'name', Value: '訪問者' }]
      await expect(url, 'SignUp', { ClientId, Username, Password, UserAttributes })
      await expect(url, 'ConfirmSignUp', { ClientId, Username, ConfirmationCode: code })
      await visits[kind]?.(visitor)
      return { struck: false }
    } catch (error) {
      if (error instanceof Struck) return { struck: true }
      return {
        struck: false,
        fault: `Somebody who ${kind}: ${error instanceof Error ? error.message : error}`,
      }
    }
  })()
  await call(url, 'AdminDeleteUser', { UserPoolId, Username }).catch(() => {})
  return { kind, ...outcome }
}
