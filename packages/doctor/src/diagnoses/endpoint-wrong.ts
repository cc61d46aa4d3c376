import { diagnosis } from '../diagnosis.ts'

/** Something answers that is not Cognito. */
export const ENDPOINT_WRONG = diagnosis({
  code: 'ENDPOINT_WRONG',
  severity: 'error',
  find: ({ endpoint = '' }, { srp }) =>
    srp?.is === 'strange' ? [{ endpoint, status: String(srp.status) }] : [],
  example: { endpoint: 'https://shop.auth.ap-northeast-1.amazoncognito.com', status: '405' },
  command: () => 'unset NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
  en: ({ endpoint, status }) => ({
    cause: `What answers at ${endpoint} is not the API of a user pool (status ${status}).`,
    cure: 'Leave NEXT_PUBLIC_AWS_COGNITO_ENDPOINT out for Amazon Cognito: the address follows from the region. The domain of the managed login pages is another address. For the local user pool it is what `npm run pool` prints.',
  }),
  ja: ({ endpoint, status }) => ({
    cause: `${endpoint} で応答しているのは、ユーザープールの API ではありません（ステータス ${status}）。`,
    cure: 'Amazon Cognito なら NEXT_PUBLIC_AWS_COGNITO_ENDPOINT は要りません。アドレスはリージョンから決まります。マネージドログインのドメインは別のアドレスです。ローカルのユーザープールなら `npm run pool` が表示するアドレスです。',
  }),
})
