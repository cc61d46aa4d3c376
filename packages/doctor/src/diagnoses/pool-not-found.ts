import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'

/** There is no such user pool in its region. */
export const POOL_NOT_FOUND = diagnosis({
  code: 'POOL_NOT_FOUND',
  severity: 'error',
  // assumed: Amazon Cognito answers 400 or 404 for the keys of a pool that it does not have.
  find: ({ region = '', userPoolId = '' }, { srp, keys }) =>
    srp?.is !== 'strange' && keys?.is === 'answered' && [400, 404].includes(keys.status)
      ? [{ region, userPoolId }]
      : [],
  example: { region: 'ap-northeast-1', userPoolId: 'ap-northeast-1_AbCdEfGhI' },
  command: ({ region }) => `aws cognito-idp list-user-pools --max-results 60 --region ${region}`,
  en: (facts) => ({
    cause: `There is no user pool ${facts.userPoolId} in ${facts.region}: it was deleted, or the ID has a wrong letter (capitals matter).`,
    cure: 'Copy “User pool ID” from the overview of the user pool. Look whether the console shows the right account and region.',
    console: poolInConsole.en({ userPoolId: '(your pool)' }),
  }),
  ja: (facts) => ({
    cause: `${facts.region} にユーザープール ${facts.userPoolId} はありません。削除されたか、ID のどこかが違っています（大文字と小文字も区別されます）。`,
    cure: 'ユーザープールの概要から「ユーザープール ID」をコピーしてください。コンソールのアカウントとリージョンが正しいかも確かめてください。',
    console: poolInConsole.ja({ userPoolId: '（対象のプール）' }),
  }),
})
