import { testPool } from '../test-pool.ts'
import { email, named, other, Password, repeatedly, withNewcomer, withToken, withUser } from './arranged.ts'
import type { Provocations } from './provocation.ts'

const weak = 'weak'

/** A pool that wants no password again. */
const remembering = { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } } }

/** Two people may have the same address here, but only one of them may sign in by it. */
const byAlias = { UsernameAttributes: undefined, AliasAttributes: ['email' as const] }

const emailOf = (Value: string, verified = 'true') => [
  { Name: 'email', Value },
  { Name: 'email_verified', Value: verified },
]

/** Somebody whose address, not verified yet, is that of somebody else. */
async function withSharedAddress() {
  const { pool, UserPoolId, ClientId } = named(await testPool(byAlias))
  const create = (Username: string, verified: string) =>
    pool.call('AdminCreateUser', { UserPoolId, Username, UserAttributes: emailOf(email, verified) })
  await create('taro', 'true')
  return { pool, UserPoolId, ClientId, create }
}

/** Somebody who has forgotten the password, and the answer with the code that they were sent. */
async function withResetCode(userPool = {}) {
  const { pool, ClientId, Username } = await withUser(userPool)
  await pool.call('ForgotPassword', { ClientId, Username })
  const ConfirmationCode = await pool.sent(email)
  return { pool, input: { ClientId, Username, Password, ConfirmationCode } }
}

async function withAttributeCode() {
  const { pool, AccessToken } = await withToken()
  await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
  return { pool, input: { AccessToken, AttributeName: 'email', Code: await pool.sent(email) } }
}

const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

/** Users, their passwords, codes and attributes. */
export const people: Provocations = {
  AdminConfirmSignUp: {
    async NotAuthorized() {
      const { pool, UserPoolId, Username } = await withUser()
      return [pool, { UserPoolId, Username }]
    },
  },
  AdminCreateUser: {
    async InvalidPassword() {
      const pool = await testPool()
      return [pool, { UserPoolId: pool.userPoolId, Username: email, TemporaryPassword: weak }]
    },
    async UnsupportedUserState() {
      const { pool, UserPoolId, Username } = await withUser()
      return [pool, { UserPoolId, Username, MessageAction: 'RESEND' }]
    },
    async UsernameExists() {
      const { pool, UserPoolId, Username } = await withUser()
      return [pool, { UserPoolId, Username }]
    },
  },
  AdminDeleteSoftwareToken: {
    async UserNotConfirmed() {
      const { pool, UserPoolId, Username } = await withNewcomer()
      return [pool, { UserPoolId, Username }]
    },
  },
  AdminResetUserPassword: {
    async NotAuthorized() {
      const { pool, UserPoolId, Username } = named(await testPool())
      await pool.call('AdminCreateUser', { UserPoolId, Username })
      return [pool, { UserPoolId, Username }]
    },
  },
  AdminSetUserMFAPreference: {
    async PasswordResetRequired() {
      const { pool, UserPoolId, Username } = await withUser()
      await pool.call('AdminResetUserPassword', { UserPoolId, Username })
      return [pool, { UserPoolId, Username }]
    },
    async UserNotConfirmed() {
      const { pool, UserPoolId, Username } = await withNewcomer()
      return [pool, { UserPoolId, Username }]
    },
  },
  AdminSetUserPassword: {
    async InvalidPassword() {
      const { pool, UserPoolId, Username } = await withUser()
      return [pool, { UserPoolId, Username, Password: weak }]
    },
    async PasswordHistoryPolicyViolation() {
      const { pool, UserPoolId, Username } = await withUser(remembering)
      return [pool, { UserPoolId, Username, Password }]
    },
  },
  AdminUpdateUserAttributes: {
    async AliasExists() {
      const { pool, UserPoolId, Username } = await withUser()
      await pool.confirmedUser(other)
      return [pool, { UserPoolId, Username, UserAttributes: emailOf(other) }]
    },
  },
  ChangePassword: {
    async InvalidPassword() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken, PreviousPassword: Password, ProposedPassword: weak }]
    },
    async LimitExceeded() {
      const { pool, AccessToken } = await withToken()
      const input = { AccessToken, PreviousPassword: 'Wrong-2026', ProposedPassword: Password }
      await repeatedly(5, () => pool.refusal('ChangePassword', input))
      return [pool, input]
    },
    async PasswordHistoryPolicyViolation() {
      const { pool, AccessToken } = await withToken(remembering)
      return [pool, { AccessToken, PreviousPassword: Password, ProposedPassword: Password }]
    },
  },
  ConfirmForgotPassword: {
    async CodeMismatch() {
      const { pool, input } = await withResetCode()
      return [pool, { ...input, ConfirmationCode: wrong(input.ConfirmationCode) }]
    },
    async ExpiredCode() {
      const { pool, input } = await withResetCode()
      pool.wait({ hours: 1 })
      return [pool, input]
    },
    async InvalidPassword() {
      const { pool, input } = await withResetCode()
      return [pool, { ...input, Password: weak }]
    },
    async LimitExceeded() {
      const { pool, input } = await withResetCode()
      const wrongly = { ...input, ConfirmationCode: wrong(input.ConfirmationCode) }
      await repeatedly(5, () => pool.refusal('ConfirmForgotPassword', wrongly))
      return [pool, input]
    },
    async PasswordHistoryPolicyViolation() {
      const { pool, input } = await withResetCode(remembering)
      return [pool, input]
    },
  },
  ConfirmSignUp: {
    async AliasExists() {
      const { pool, ClientId } = await withSharedAddress()
      await pool.call('SignUp', {
        ClientId,
        Username: 'hanako',
        Password,
        UserAttributes: [{ Name: 'email', Value: email }],
      })
      return [pool, { ClientId, Username: 'hanako', ConfirmationCode: await pool.sent(email) }]
    },
    async CodeMismatch() {
      const { pool, ClientId, Username } = await withNewcomer()
      return [pool, { ClientId, Username, ConfirmationCode: wrong(await pool.sent(email)) }]
    },
    async ExpiredCode() {
      const { pool, ClientId, Username } = await withNewcomer()
      pool.wait({ hours: 24 })
      return [pool, { ClientId, Username, ConfirmationCode: await pool.sent(email) }]
    },
    async LimitExceeded() {
      const { pool, ClientId, Username } = await withNewcomer()
      const ConfirmationCode = wrong(await pool.sent(email))
      const input = { ClientId, Username, ConfirmationCode }
      await repeatedly(15, () => pool.refusal('ConfirmSignUp', input))
      return [pool, input]
    },
  },
  ForgotPassword: {
    async LimitExceeded() {
      const { pool, ClientId, Username } = await withUser()
      await repeatedly(5, () => pool.call('ForgotPassword', { ClientId, Username }))
      return [pool, { ClientId, Username }]
    },
  },
  GetUserAttributeVerificationCode: {
    async LimitExceeded() {
      const { pool, AccessToken } = await withToken()
      const input = { AccessToken, AttributeName: 'email' }
      await repeatedly(5, () => pool.call('GetUserAttributeVerificationCode', input))
      return [pool, input]
    },
  },
  ResendConfirmationCode: {
    async LimitExceeded() {
      const { pool, ClientId, Username } = await withNewcomer()
      await repeatedly(5, () => pool.call('ResendConfirmationCode', { ClientId, Username }))
      return [pool, { ClientId, Username }]
    },
  },
  SignUp: {
    async InvalidPassword() {
      const { pool, ClientId, Username } = named(await testPool())
      return [pool, { ClientId, Username, Password: weak }]
    },
    async UsernameExists() {
      const { pool, ClientId, Username } = await withUser()
      return [pool, { ClientId, Username, Password }]
    },
  },
  UpdateUserAttributes: {
    async AliasExists() {
      const { pool, AccessToken } = await withToken()
      await pool.confirmedUser(other)
      return [pool, { AccessToken, UserAttributes: [{ Name: 'email', Value: other }] }]
    },
  },
  VerifyUserAttribute: {
    async AliasExists() {
      const { pool, UserPoolId, create } = await withSharedAddress()
      const user = { UserPoolId, Username: 'hanako' }
      await create('hanako', 'false')
      await pool.call('AdminSetUserPassword', { ...user, Password, Permanent: true })
      const { AccessToken } = await pool.tokens('hanako')
      await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
      return [pool, { AccessToken, AttributeName: 'email', Code: await pool.sent(email) }]
    },
    async CodeMismatch() {
      const { pool, input } = await withAttributeCode()
      return [pool, { ...input, Code: wrong(input.Code) }]
    },
    async ExpiredCode() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken, AttributeName: 'email', Code: '000000' }]
    },
    async LimitExceeded() {
      const { pool, input } = await withAttributeCode()
      const wrongly = { ...input, Code: wrong(input.Code) }
      await repeatedly(15, () => pool.refusal('VerifyUserAttribute', wrongly))
      return [pool, input]
    },
  },
}
