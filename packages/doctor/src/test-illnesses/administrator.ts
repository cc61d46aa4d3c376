import type { ExaminationOptions } from '../doctor.ts'
import { exampleSeed } from '../test-pool.ts'
import { type Illness, password, type Ward } from '../test-ward.ts'

const EmailConfiguration = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:ap-northeast-1:000000000000:identity/example.com',
}

/** A user pool that sends by Amazon SES, examined by its administrator. */
async function administrated(
  { newPool, newClient, onPool }: Ward,
  { settings = {}, more = {} }: { settings?: object; more?: ExaminationOptions } = {},
): Promise<[options: ExaminationOptions, userPoolId: string, clientId: string]> {
  const Id = await newPool({ UsernameAttributes: ['email'], EmailConfiguration, ...settings })
  const clientId = await newClient({}, Id)
  const others = { NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: Id, NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId }
  return [onPool(others, { withCredentials: true, ...more }), Id, clientId]
}

/** The same about somebody, after what happened to them. */
const about =
  (
    happened: (
      ward: Ward,
      user: { UserPoolId: string; Username: string },
      clientId: string,
    ) => Promise<unknown>,
    more: ExaminationOptions = {},
  ) =>
  async (ward: Ward) => {
    const Username = 'yuki@example.com'
    const [options, UserPoolId, clientId] = await administrated(ward, { more: { user: Username, ...more } })
    await happened(ward, { UserPoolId, Username }, clientId)
    return options
  }

const invite = ({ admin }: Ward, user: object) =>
  admin('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' })

export const administrator: readonly Illness[] = [
  ['nothing, in a healthy user pool', async (ward) => (await administrated(ward))[0], []],
  ['nothing, in somebody who was invited', about(invite), []],
  [
    'the client is another pool’s',
    async ({ onPool, newPool }) => {
      const Id = await newPool({ EmailConfiguration })
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: Id }, { withCredentials: true })
    },
    ['CLIENT_OF_ANOTHER_POOL'],
  ],
  ['nobody has this name', about(async () => {}), ['USER_UNKNOWN']],
  [
    'somebody has not confirmed the sign-up',
    about(({ admin }, { Username }, ClientId) => admin('SignUp', { ClientId, Username, Password: password })),
    ['USER_UNCONFIRMED'],
  ],
  [
    'somebody is disabled',
    about(async (ward, user) => {
      await invite(ward, user)
      await ward.admin('AdminDisableUser', user)
    }),
    ['USER_DISABLED'],
  ],
  [
    'somebody has to set a new password',
    about(async (ward, user) => {
      const verified = [
        { Name: 'email', Value: user.Username },
        { Name: 'email_verified', Value: 'true' },
      ]
      await invite(ward, { ...user, UserAttributes: verified })
      await ward.admin('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
      await ward.admin('AdminResetUserPassword', user)
    }),
    ['PASSWORD_RESET_REQUIRED'],
  ],
  [
    'somebody who was invited has waited too long, by this machine’s clock at least',
    about(invite, { now: () => Date.now() + 8 * 24 * 60 * 60_000 }),
    ['CLOCK_SKEW', 'TEMPORARY_PASSWORD_EXPIRED'],
  ],
  [
    'Cognito’s own sender stops after a few mails',
    ({ onPool }) => onPool({}, { withCredentials: true }),
    ['EMAIL_QUOTA'],
  ],
  [
    'a second factor is demanded, and none is offered',
    async (ward) => (await administrated(ward, { settings: { MfaConfiguration: 'ON' } }))[0],
    ['MFA_WITHOUT_FACTOR'],
  ],
  [
    'the client has a secret, which is told to administrators at once',
    async ({ newPool, newClient, onPool }) => {
      const Id = await newPool({ EmailConfiguration })
      const others = {
        NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: Id,
        NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: await newClient(
          { ...exampleSeed.client, GenerateSecret: true },
          Id,
        ),
      }
      return onPool(others, { withCredentials: true })
    },
    ['CLIENT_HAS_SECRET'],
  ],
]
