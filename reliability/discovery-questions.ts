import { randomBytes } from 'node:crypto'

/** Of whom somebody asks who wants to know whether they are a user. */
export type Group =
  | 'confirmed'
  | 'confirmed too'
  | 'unconfirmed'
  | 'unconfirmed too'
  | 'disabled'
  | 'without a password'
  | 'nobody'

/** Calls an operation through an app client that prevents user existence errors. */
export type Call = (operation: string, input: object) => Promise<Record<string, unknown>>

/** What anybody may ask about a name, without knowing its password. */
export interface Question {
  readonly name: string
  /** Who exists and is answered so, and others of the same kind: how much they differ is what this machine does. */
  readonly alike: readonly [Group, Group]
  /** Who must not be told from them. */
  readonly hidden: readonly Group[]
  /** What comes before, and is not measured; what it answers is given to the other. */
  readonly before?: (call: Call, Username: string) => Promise<Record<string, unknown>>
  readonly ask: (Username: string, before: Record<string, unknown>) => readonly [string, object]
}

const signIn = (AuthFlow: string, parameters: object): readonly [string, object] => [
  'InitiateAuth',
  { AuthFlow, AuthParameters: parameters },
]

// Any number that is none of the few that give the key away: only the client's side of the proof is cheated of its work.
const SRP_A = randomBytes(383).toString('hex')
const confirmed = ['confirmed', 'confirmed too'] as const
const unconfirmed = ['unconfirmed', 'unconfirmed too'] as const

// An unconfirmed user is told so at sign-in whatever the password, and a confirmed one at a sign-up's confirmation: that
// is how Cognito answers, so that these are not among the hidden ones there.
export const questions: readonly Question[] = [
  {
    name: 'USER_SRP_AUTH',
    alike: confirmed,
    hidden: ['unconfirmed', 'disabled', 'without a password', 'nobody'],
    ask: (USERNAME) => signIn('USER_SRP_AUTH', { USERNAME, SRP_A }),
  },
  {
    name: 'PASSWORD_VERIFIER',
    alike: confirmed,
    hidden: ['disabled', 'without a password', 'nobody'],
    before: (call, USERNAME) => call(...signIn('USER_SRP_AUTH', { USERNAME, SRP_A })),
    ask: (_, { ChallengeParameters }) => {
      const { USERNAME, SECRET_BLOCK } = ChallengeParameters as Record<string, string>
      const ChallengeResponses = {
        USERNAME,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: randomBytes(32).toString('base64'),
        TIMESTAMP: 'Sat Nov 21 04:30:05 UTC 2026',
      }
      return ['RespondToAuthChallenge', { ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses }]
    },
  },
  {
    name: 'USER_PASSWORD_AUTH',
    alike: confirmed,
    hidden: ['disabled', 'without a password', 'nobody'],
    ask: (USERNAME) => signIn('USER_PASSWORD_AUTH', { USERNAME, PASSWORD: 'Wrong-2026' }),
  },
  {
    name: 'USER_AUTH',
    alike: confirmed,
    hidden: ['disabled', 'nobody'],
    ask: (USERNAME) => signIn('USER_AUTH', { USERNAME }),
  },
  {
    name: 'USER_AUTH by e-mail',
    alike: confirmed,
    hidden: ['disabled', 'nobody'],
    ask: (USERNAME) => signIn('USER_AUTH', { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' }),
  },
  {
    name: 'SELECT_CHALLENGE',
    alike: confirmed,
    hidden: ['disabled', 'nobody'],
    before: (call, USERNAME) => call(...signIn('USER_AUTH', { USERNAME })),
    ask: (USERNAME, { Session }) => [
      'RespondToAuthChallenge',
      { ChallengeName: 'SELECT_CHALLENGE', Session, ChallengeResponses: { USERNAME, ANSWER: 'EMAIL_OTP' } },
    ],
  },
  {
    name: 'EMAIL_OTP',
    alike: confirmed,
    hidden: ['disabled', 'nobody'],
    before: (call, USERNAME) => call(...signIn('USER_AUTH', { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' })),
    ask: (USERNAME, { Session }) => [
      'RespondToAuthChallenge',
      { ChallengeName: 'EMAIL_OTP', Session, ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: '00000' } },
    ],
  },
  {
    name: 'ForgotPassword',
    alike: confirmed,
    hidden: ['unconfirmed', 'disabled', 'nobody'],
    ask: (Username) => ['ForgotPassword', { Username }],
  },
  {
    name: 'ConfirmForgotPassword',
    alike: confirmed,
    hidden: ['unconfirmed', 'disabled', 'nobody'],
    before: (call, Username) => call('ForgotPassword', { Username }),
    ask: (Username) => [
      'ConfirmForgotPassword',
      { Username, ConfirmationCode: '00000', Password: 'Chosen-2026' },
    ],
  },
  {
    name: 'ResendConfirmationCode',
    alike: unconfirmed,
    hidden: ['disabled', 'nobody'],
    ask: (Username) => ['ResendConfirmationCode', { Username }],
  },
  {
    name: 'ConfirmSignUp',
    alike: unconfirmed,
    hidden: ['nobody'],
    before: (call, Username) => call('ResendConfirmationCode', { Username }),
    ask: (Username) => ['ConfirmSignUp', { Username, ConfirmationCode: '00000' }],
  },
]
