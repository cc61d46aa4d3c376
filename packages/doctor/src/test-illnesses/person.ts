import { exampleSeed } from '../test-pool.ts'
import { type Illness, password, signIn } from '../test-ward.ts'

export const person: readonly Illness[] = [
  [
    'the password is wrong',
    ({ onPool }) => onPool({}, signIn('hanako@example.com', 'Wrong-2026')),
    ['PASSWORD_WRONG'],
  ],
  [
    'there is no such user, and the client tells',
    ({ withClient }) =>
      withClient({ PreventUserExistenceErrors: 'LEGACY' }, {}, signIn('nobody@example.com')),
    ['USER_UNKNOWN', 'USER_EXISTENCE_LEAKS'],
  ],
  [
    'the sign-up is not confirmed',
    ({ onPool }) => onPool({}, signIn('unconfirmed@example.com')),
    ['USER_UNCONFIRMED'],
  ],
  ['somebody is disabled', ({ onPool }) => onPool({}, signIn('disabled@example.com')), ['USER_DISABLED']],
  [
    'the password has been reset',
    ({ onPool }) => onPool({}, signIn('reset@example.com')),
    ['PASSWORD_RESET_REQUIRED'],
  ],
  [
    'the temporary password has expired',
    async ({ onPool, another }) => {
      let offset = 0
      const { userPool } = exampleSeed
      const Policies = {
        PasswordPolicy: { ...userPool.Policies?.PasswordPolicy, TemporaryPasswordValidityDays: 7 },
      }
      const { pool } = await another({
        clock: () => Date.now() + offset,
        seed: { ...exampleSeed, userPool: { ...userPool, Policies } },
      })
      offset = 8 * 24 * 60 * 60_000
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url }, signIn('invited@example.com'))
    },
    ['TEMPORARY_PASSWORD_EXPIRED'],
  ],
  [
    'a second factor is demanded that they cannot set up',
    async ({ onPool, newPool, newClient, admin }) => {
      // By text message, of people without a telephone.
      const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' }
      const UserPoolId = await newPool({
        UsernameAttributes: ['email'],
        SmsConfiguration,
        MfaConfiguration: 'ON',
      })
      const user = { UserPoolId, Username: 'mfa@example.com' }
      await admin('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' })
      await admin('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
      const others = {
        NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: UserPoolId,
        NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: await newClient({}, UserPoolId),
      }
      return onPool(others, signIn('mfa@example.com'))
    },
    ['MFA_WITHOUT_FACTOR'],
  ],
]
