import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, poolInConsole } from '../facts/client.ts'

/** The user pool sends by Cognito's own sender, which stops after a few mails a day. */
export const EMAIL_QUOTA = diagnosis({
  code: 'EMAIL_QUOTA',
  severity: 'warning',
  find: (patient, { account }) => {
    const pool = typeof account === 'object' ? account.pool : undefined
    const isDefault =
      (pool?.EmailConfiguration?.EmailSendingAccount ?? 'COGNITO_DEFAULT') === 'COGNITO_DEFAULT'
    // A trigger that sends is a sender of one's own.
    return pool && isDefault && !pool.LambdaConfig?.CustomEmailSender ? [clientFacts(patient)] : []
  },
  example: exampleClient,
  command: ({ region }) => `aws sesv2 get-account --region ${region} --query 'ProductionAccessEnabled'`,
  en: (facts) => ({
    cause: `${facts.userPoolId} sends its mail by Cognito’s own sender, which is for trying out: about 50 mails a day for the whole account. After that, sign-ups and resets fail (“Exceeded daily email limit …”).`,
    cure: 'Send by Amazon SES, with a verified domain, out of its sandbox.',
    console: poolInConsole.en(facts, 'Authentication methods', 'Email', 'Edit', 'Send email with Amazon SES'),
  }),
  ja: (facts) => ({
    cause: `${facts.userPoolId} は Cognito 既定の送信元でメールを送っています。試用向けで、アカウント全体で 1 日およそ 50 通までです。超えると、新規登録や再設定が失敗します（「Exceeded daily email limit …」）。`,
    cure: 'ドメインを検証し、サンドボックスを解除した Amazon SES から送信するようにしてください。',
    console: poolInConsole.ja(facts, '認証方法', 'E メール', '編集', 'Amazon SES で E メールを送信'),
  }),
})
