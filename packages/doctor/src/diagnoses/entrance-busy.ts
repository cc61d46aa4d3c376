import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'
import { isThrottled } from '../probes/cognito.ts'

/** Cognito was asked too much at once, and a moment later still. What it would have said is not known. */
export const ENTRANCE_BUSY = diagnosis({
  code: 'ENTRANCE_BUSY',
  severity: 'error',
  find: (patient, { srp, choice, refresh, signIn }) =>
    [srp, choice, refresh, signIn].some(isThrottled) ? [clientFacts(patient)] : [],
  example: exampleClient,
  command: ({ region }) =>
    `aws service-quotas list-service-quotas --region ${region} --service-code cognito-idp --query "Quotas[].[QuotaName, Value]" --output table`,
  en: () => ({
    cause:
      'Cognito is busy: it answered TooManyRequestsException, and so it did a moment later. What depends on its answer was not examined.',
    cure: 'Try again in a minute. If it stays so, more is asked than the quota of your account in this region allows: see what asks so much, and ask for a higher quota.',
    console: 'Service Quotas › AWS services › Amazon Cognito User Pools',
  }),
  ja: () => ({
    cause:
      'Cognito が混み合っています（TooManyRequestsException）。少し待って再試行しましたが、同じ応答でした。この応答に関わる項目は診断していません。',
    cure: '1 分ほど待って、もう一度実行してください。続く場合は、このリージョンのアカウントのクォータを超えています。何が多く呼び出しているかを確かめ、クォータの引き上げを申請してください。',
    console: 'Service Quotas › AWS のサービス › Amazon Cognito User Pools',
  }),
})
