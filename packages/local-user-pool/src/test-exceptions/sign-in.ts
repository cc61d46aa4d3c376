import { TOTP } from 'otpauth'
import { type TestPool, testPool } from '../test-pool.ts'
import { email, named, other, Password, withNewcomer, withToken, withUser } from './arranged.ts'
import { nobody } from './of-the-model.ts'
import type { Arranged, Provocations } from './provocation.ts'

/** The same through the operation for people and through that for administrators. */
type Door = (pool: TestPool, input: object) => Arranged

const asPerson: Door = (pool, input) => [pool, input]
const asAdmin: Door = (pool, input) => {
  const { AuthFlow } = input as { AuthFlow?: string }
  const flow = AuthFlow === 'USER_PASSWORD_AUTH' && { AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }
  return [pool, { UserPoolId: pool.userPoolId, ...input, ...flow }]
}

const byPassword = ({ clientId: ClientId }: TestPool, USERNAME = email, PASSWORD = Password) => ({
  ClientId,
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME, PASSWORD },
})

const beginning = (door: Door) => ({
  async NotAuthorized() {
    const { pool } = await withUser()
    return door(pool, byPassword(pool, email, 'Wrong-2026'))
  },
  async PasswordResetRequired() {
    const { pool, UserPoolId, Username } = await withUser()
    await pool.call('AdminResetUserPassword', { UserPoolId, Username })
    return door(pool, byPassword(pool))
  },
  async UnsupportedOperation() {
    const rotating = { RefreshTokenRotation: { Feature: 'ENABLED' as const } }
    const { pool, ClientId } = await withUser({}, rotating)
    const { RefreshToken } = await pool.tokens(email)
    const AuthParameters = { REFRESH_TOKEN: RefreshToken }
    return door(pool, { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters })
  },
  async UserNotConfirmed() {
    const { pool } = await withNewcomer()
    return door(pool, byPassword(pool))
  },
  async UserNotFound() {
    const pool = await testPool({}, { PreventUserExistenceErrors: 'LEGACY' })
    return door(pool, byPassword(pool, nobody))
  },
})

/** Somebody with an authenticator app that is asked for when they sign in. */
async function withApp() {
  const { pool, UserPoolId, ClientId, AccessToken } = await withToken()
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  })
  const { SecretCode: secret = '' } = await pool.call('AssociateSoftwareToken', { AccessToken })
  const codeNow = () => new TOTP({ secret }).generate({ timestamp: pool.now() })
  await pool.call('VerifySoftwareToken', { AccessToken, UserCode: codeNow() })
  await pool.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } })
  const asked = async (ChallengeName: string, responses: object) => {
    const { Session } = await pool.signInByPassword(email, Password)
    return { ClientId, ChallengeName, Session, ChallengeResponses: { USERNAME: email, ...responses } }
  }
  const byApp = (SOFTWARE_TOKEN_MFA_CODE: string) => asked('SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE })
  return { pool, UserPoolId, AccessToken, codeNow, asked, byApp }
}

/** Somebody with a temporary password, who chooses one of their own. */
async function choosing(NEW_PASSWORD: string, more: object = {}) {
  const byName = {
    UsernameAttributes: undefined,
    AliasAttributes: ['preferred_username' as const],
    Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 1 } },
  }
  const { pool, UserPoolId, ClientId } = named(await testPool(byName))
  const create = (Username: string, preferred?: string) =>
    pool.call('AdminCreateUser', {
      UserPoolId,
      Username,
      TemporaryPassword: Password,
      UserAttributes: preferred ? [{ Name: 'preferred_username', Value: preferred }] : [],
    })
  await create('hanako')
  await create('taro', other)
  const { Session } = await pool.signInByPassword('hanako', Password)
  const ChallengeResponses = { USERNAME: 'hanako', NEW_PASSWORD, ...more }
  return { pool, input: { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses } }
}

const answering = (door: Door) => ({
  async AliasExists() {
    const { pool, input } = await choosing('Another-2026', { 'userAttributes.preferred_username': other })
    return door(pool, input)
  },
  async CodeMismatch() {
    const { pool, codeNow, byApp } = await withApp()
    return door(pool, await byApp(codeNow() === '000000' ? '111111' : '000000'))
  },
  async ExpiredCode() {
    const { pool, codeNow, byApp } = await withApp()
    return door(pool, await byApp(codeNow()))
  },
  async InvalidPassword() {
    const { pool, input } = await choosing('weak')
    return door(pool, input)
  },
  async MFAMethodNotFound() {
    const { pool, AccessToken, asked } = await withApp()
    await pool.call('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true } })
    return door(pool, await asked('SELECT_MFA_TYPE', { ANSWER: 'SMS_MFA' }))
  },
  async NotAuthorized() {
    const { pool } = await withUser()
    return door(pool, await pool.proof(email, 'Wrong-2026'))
  },
  async PasswordHistoryPolicyViolation() {
    const { pool, input } = await choosing(Password)
    return door(pool, input)
  },
  async PasswordResetRequired() {
    const { pool, UserPoolId, codeNow, byApp } = await withApp()
    const answer = await byApp(codeNow())
    await pool.call('AdminResetUserPassword', { UserPoolId, Username: email })
    return door(pool, answer)
  },
  async SoftwareTokenMFANotFound() {
    const { pool, UserPoolId, codeNow, byApp } = await withApp()
    const answer = await byApp(codeNow())
    await pool.call('AdminDeleteSoftwareToken', { UserPoolId, Username: email })
    return door(pool, answer)
  },
  async UserNotConfirmed() {
    const { pool } = await withNewcomer()
    return door(pool, await pool.proof(email, Password))
  },
  /** Whoever is deleted while a trigger thinks. */
  async UserNotFound() {
    let leave = async () => {}
    const { pool, UserPoolId, Username } = await withUser(
      {},
      {},
      {
        triggers: {
          PostAuthentication: async (event) => {
            await leave()
            return event
          },
        },
      },
    )
    leave = async () => void (await pool.call('AdminDeleteUser', { UserPoolId, Username }))
    return door(pool, await pool.proof(email, Password))
  },
})

const refreshing = async () => {
  const { pool, ClientId } = await withUser({}, { RefreshTokenRotation: { Feature: 'ENABLED' } })
  const { RefreshToken } = await pool.tokens(email)
  return { pool, input: { ClientId, RefreshToken } }
}

const revoking = async (client: Parameters<typeof testPool>[1] = {}) => {
  const { pool, ClientId } = await withUser({}, client)
  const { RefreshToken, AccessToken } = await pool.tokens(email)
  return { pool, ClientId, RefreshToken, AccessToken }
}

/** Signing in, refreshing, and authenticator apps. */
export const signIn: Provocations = {
  AdminInitiateAuth: beginning(asAdmin),
  InitiateAuth: beginning(asPerson),
  AdminRespondToAuthChallenge: answering(asAdmin),
  RespondToAuthChallenge: answering(asPerson),
  AssociateSoftwareToken: {
    async SoftwareTokenMFANotFound() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken }]
    },
  },
  GetTokensFromRefreshToken: {
    async NotAuthorized() {
      const { pool, input } = await refreshing()
      return [pool, { ...input, RefreshToken: 'nonsense' }]
    },
    async RefreshTokenReuse() {
      const { pool, input } = await refreshing()
      await pool.call('GetTokensFromRefreshToken', input)
      return [pool, input]
    },
  },
  RevokeToken: {
    async Unauthorized() {
      const { pool, RefreshToken } = await revoking()
      return [pool, { ClientId: 'nowhere', Token: RefreshToken }]
    },
    async UnsupportedOperation() {
      const { pool, ClientId, RefreshToken } = await revoking({ EnableTokenRevocation: false })
      return [pool, { ClientId, Token: RefreshToken }]
    },
    async UnsupportedTokenType() {
      const { pool, ClientId, AccessToken } = await revoking()
      return [pool, { ClientId, Token: AccessToken }]
    },
  },
  VerifySoftwareToken: {
    async EnableSoftwareTokenMFA() {
      const { pool, AccessToken, codeNow } = await withApp()
      await pool.call('AssociateSoftwareToken', { AccessToken })
      return [pool, { AccessToken, UserCode: codeNow() }]
    },
    async SoftwareTokenMFANotFound() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken, UserCode: '000000' }]
    },
  },
}
