import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, poolInConsole } from '../facts/client.ts'
import type { Reply } from '../probes/cognito.ts'

/** What other diagnoses speak about, and what is no illness: nobody is refused, or a trigger does not want nobody. */
const known: Readonly<Record<string, RegExp>> = {
  TooManyRequestsException: /^/,
  ResourceNotFoundException: /./,
  UserNotFoundException: /./,
  UserLambdaValidationException: /./,
  NotAuthorizedException: /incorrect username or password|secret/i,
  InvalidParameterException: /not (?:enabled|supported)|username should be/i,
}

const unknown = (reply: Reply | undefined) =>
  reply?.is === 'refused' && !known[reply.exception]?.test(reply.message) ? [reply] : []

/** Cognito refuses to begin any sign-in, for a reason of its own. */
export const ENTRANCE_REFUSED = diagnosis({
  code: 'ENTRANCE_REFUSED',
  severity: 'error',
  find: (patient, { srp, choice }) =>
    [...unknown(srp), ...unknown(choice)]
      .slice(0, 1)
      .map(({ exception, message }) => ({ ...clientFacts(patient), exception, message })),
  example: {
    ...exampleClient,
    exception: 'ForbiddenException',
    message: 'Request not allowed due to WAF block.',
  },
  en: (facts) => ({
    cause: `Cognito refuses every sign-in: ${facts.exception}: ${facts.message}`,
    cure: 'ForbiddenException: a rule of AWS WAF. Lambda exceptions: a trigger fails; its log is in CloudWatch. InternalErrorException: Cognito itself, see the AWS Health Dashboard.',
    console: poolInConsole.en(facts, 'Extensions (Lambda triggers), AWS WAF'),
  }),
  ja: (facts) => ({
    cause: `Cognito がすべてのログインを拒否しています：${facts.exception}: ${facts.message}`,
    cure: 'ForbiddenException なら AWS WAF のルールです。Lambda の例外ならトリガーの失敗で、ログは CloudWatch にあります。InternalErrorException なら Cognito 側の障害です（AWS Health Dashboard）。',
    console: poolInConsole.ja(facts, '拡張機能（Lambda トリガー）、AWS WAF'),
  }),
})
