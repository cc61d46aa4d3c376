import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, describedUser, examplePerson, failedBy } from '../facts/person.ts'

/** An administrator has shut the person out. */
export const USER_DISABLED = diagnosis({
  code: 'USER_DISABLED',
  severity: 'error',
  find: (patient, found) =>
    aboutPerson(
      patient,
      describedUser(found)?.Enabled === false ||
        failedBy(found, 'NotAuthorizedException', /user is disabled/i),
    ),
  example: examplePerson,
  command: (facts) => adminCommand('admin-enable-user', facts),
  en: (facts) => ({
    cause: `${facts.user} is disabled.`,
    cure: 'Enable the user, if the reason why somebody disabled it has gone.',
    console: poolInConsole.en(facts, 'Users', facts.user, 'Actions', 'Enable user access'),
  }),
  ja: (facts) => ({
    cause: `${facts.user} は無効化されています。`,
    cure: '無効にした理由がなくなっていれば、有効に戻してください。',
    console: poolInConsole.ja(facts, 'ユーザー', facts.user, 'アクション', 'ユーザーアクセスを有効化'),
  }),
})
