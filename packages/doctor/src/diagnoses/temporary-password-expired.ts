import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, describedUser, examplePerson, failedBy } from '../facts/person.ts'

const day = 24 * 60 * 60_000

/** Somebody who was invited waited too long. */
export const TEMPORARY_PASSWORD_EXPIRED = diagnosis({
  code: 'TEMPORARY_PASSWORD_EXPIRED',
  severity: 'error',
  find: (patient, found) => {
    const user = describedUser(found)
    const pool = typeof found.account === 'object' ? found.account.pool : undefined
    // documented: 7 days by default. assumed: they begin with the last change of the user.
    const days = pool?.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays || 7
    const since = user?.UserLastModifiedDate?.getTime()
    const isOver =
      user?.UserStatus === 'FORCE_CHANGE_PASSWORD' && since !== undefined && found.now > since + days * day
    return aboutPerson(
      patient,
      isOver || failedBy(found, 'NotAuthorizedException', /temporary password has expired/i),
    )
  },
  example: examplePerson,
  command: (facts) => adminCommand('admin-create-user', facts, ' --message-action RESEND'),
  en: (facts) => ({
    cause: `The temporary password of ${facts.user} has expired.`,
    cure: 'Send the invitation again: that makes a new temporary password. How long it is good for is a setting of the password policy.',
    console: poolInConsole.en(facts, 'Users', facts.user, 'Actions'),
  }),
  ja: (facts) => ({
    cause: `${facts.user} の一時パスワードは期限切れです。`,
    cure: '招待を送り直すと、新しい一時パスワードが発行されます。有効期間はパスワードポリシーで設定します。',
    console: poolInConsole.ja(facts, 'ユーザー', facts.user, 'アクション'),
  }),
})
