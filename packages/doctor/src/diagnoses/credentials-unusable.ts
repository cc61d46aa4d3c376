import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'

/** It was to be asked as the administrator, which did not work. */
export const CREDENTIALS_UNUSABLE = diagnosis({
  code: 'CREDENTIALS_UNUSABLE',
  severity: 'warning',
  find: (patient, { account }) => {
    if (account === undefined) return []
    const facts = clientFacts(patient)
    if (account === 'no-sdk') return [{ ...facts, operation: '', why: 'no SDK' }]
    // That there is no such pool, client or user is an answer.
    const [failed] = Object.entries(account.refusals).filter(
      ([, refusal]) => !/NotFoundException$/.test(refusal?.name ?? ''),
    )
    return failed ? [{ ...facts, operation: failed[0], why: failed[1]?.name ?? '' }] : []
  },
  example: { ...exampleClient, operation: 'DescribeUserPool', why: 'AccessDeniedException' },
  command: ({ why }) =>
    why === 'no SDK'
      ? 'npx --package @genkan/doctor --package @aws-sdk/client-cognito-identity-provider genkan-doctor --with-credentials'
      : 'aws sts get-caller-identity',
  en: ({ operation, why, userPoolId }) => ({
    cause:
      why === 'no SDK'
        ? 'There is no AWS SDK to ask with, so that nothing was looked up as the administrator.'
        : `${operation} was refused (${why}): what it tells was not looked at.`,
    cure:
      why === 'no SDK'
        ? 'Install it beside the doctor: npm install --save-dev @aws-sdk/client-cognito-identity-provider.'
        : `Give credentials that are allowed cognito-idp:DescribeUserPool, DescribeUserPoolClient, GetUserPoolMfaConfig and AdminGetUser on ${userPoolId} (AWS_PROFILE, or \`aws sso login\` before).`,
    console: 'IAM › Policies',
  }),
  ja: ({ operation, why, userPoolId }) => ({
    cause:
      why === 'no SDK'
        ? 'AWS SDK がないため、管理者としての確認はしていません。'
        : `${operation} が拒否されました（${why}）。その内容は確認していません。`,
    cure:
      why === 'no SDK'
        ? 'doctor と同じ場所にインストールしてください：npm install --save-dev @aws-sdk/client-cognito-identity-provider'
        : `${userPoolId} に対する cognito-idp:DescribeUserPool、DescribeUserPoolClient、GetUserPoolMfaConfig、AdminGetUser を許可された認証情報を使ってください（AWS_PROFILE、または事前に \`aws sso login\`）。`,
    console: 'IAM › ポリシー',
  }),
})
