import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, poolInConsole } from '../facts/client.ts'
import type { Found } from '../probes/index.ts'

/** What a sign-in can set up on the way; a phone number it cannot. */
const canBeSetUp = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']

/** The sign-in has come to setting a second factor up, and there is none to set up. */
function isStuck({ signIn }: Found): boolean {
  if (signIn?.is !== 'asked' || signIn.challenge !== 'MFA_SETUP') return false
  const offered = signIn.parameters.MFAS_CAN_SETUP ?? '[]'
  return !canBeSetUp.some((factor) => offered.includes(`"${factor}"`))
}

/** The user pool demands a second factor, and offers none. */
function isWithoutFactor({ account }: Found): boolean {
  const mfa = typeof account === 'object' ? account.mfa : undefined
  if (mfa?.MfaConfiguration !== 'ON') return false
  return !mfa.SoftwareTokenMfaConfiguration?.Enabled && !mfa.SmsMfaConfiguration && !mfa.EmailMfaConfiguration
}

/** A second factor is demanded that nobody can have. */
export const MFA_WITHOUT_FACTOR = diagnosis({
  code: 'MFA_WITHOUT_FACTOR',
  severity: 'error',
  find: (patient, found) => (isStuck(found) || isWithoutFactor(found) ? [clientFacts(patient)] : []),
  example: exampleClient,
  command: ({ region, userPoolId }) =>
    `aws cognito-idp set-user-pool-mfa-config --region ${region} --user-pool-id ${userPoolId} --mfa-configuration ON --software-token-mfa-configuration Enabled=true`,
  en: (facts) => ({
    cause: `${facts.userPoolId} demands a second factor, and has none that can be set up at sign-in: text messages need a phone number that is verified already.`,
    cure: 'Turn authenticator apps on, or make the second factor optional. The command sets all of the MFA settings: name the text message and e-mail settings too, where you have them.',
    console: poolInConsole.en(facts, 'Sign-in', 'Multi-factor authentication', 'Edit'),
  }),
  ja: (facts) => ({
    cause: `${facts.userPoolId} は 2 段階認証を必須にしていますが、ログインの途中で設定できる方法がありません。SMS には検証済みの電話番号が必要です。`,
    cure: '認証アプリを有効にするか、2 段階認証を任意にしてください。下のコマンドは MFA の設定全体を置き換えます。SMS やメールの設定があれば、一緒に指定してください。',
    console: poolInConsole.ja(facts, 'サインイン', '多要素認証', '編集'),
  }),
})
