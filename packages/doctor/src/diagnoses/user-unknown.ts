import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, examplePerson, failedBy } from '../facts/person.ts'

/** Nobody of this name has an account. */
export const USER_UNKNOWN = diagnosis({
  code: 'USER_UNKNOWN',
  severity: 'error',
  find: (patient, found) => {
    const { account } = found
    const refused = typeof account === 'object' && account.refusals.AdminGetUser?.name
    return aboutPerson(
      patient,
      refused === 'UserNotFoundException' || failedBy(found, 'UserNotFoundException'),
    )
  },
  example: examplePerson,
  command: (facts) => adminCommand('admin-get-user', facts),
  en: (facts) => ({
    cause: `There is no user ${facts.user} in ${facts.userPoolId}.`,
    cure: 'Look for another spelling of the address (in a user pool that heeds case, capitals too), or for the account in another user pool, such as that of development.',
    console: poolInConsole.en(facts, 'Users'),
  }),
  ja: (facts) => ({
    cause: `${facts.userPoolId} にユーザー ${facts.user} はいません。`,
    cure: 'アドレスのつづり（大文字と小文字を区別するプールでは、それも）を確かめてください。開発用など、別のユーザープールに登録されていることもあります。',
    console: poolInConsole.ja(facts, 'ユーザー'),
  }),
})
