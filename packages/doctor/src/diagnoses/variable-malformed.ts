import { diagnosis } from '../diagnosis.ts'
import { forms, shown, variableNames, withoutQuotes } from '../environment/variables.ts'
import { sourceInJapanese } from '../facts/source.ts'

/** A value that cannot be what it is to be. */
export const VARIABLE_MALFORMED = diagnosis({
  code: 'VARIABLE_MALFORMED',
  severity: 'error',
  find: ({ variables }) =>
    variableNames.flatMap((variable) => {
      const { value, source } = variables[variable] ?? { value: '', source: '' }
      const bare = withoutQuotes(value)
      const { fits, example } = forms[variable]
      return bare === '' || fits(bare) ? [] : [{ variable, value: shown(value), source, example }]
    }),
  example: {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_REGION',
    value: 'Tokyo',
    source: '.env.local',
    example: 'ap-northeast-1',
  },
  en: ({ variable, value, source, example }) => ({
    cause: `${variable} (${source}) is “${value}”, which does not have the form of ${example}.`,
    cure: 'Copy the value from the console of Amazon Cognito; do not type it. An identity pool (region:uuid), an ARN or a name is not a user pool ID; a client secret is not a client ID, and belongs into no page.',
    console: 'Amazon Cognito › User pools › (your pool)',
  }),
  ja: ({ variable, value, source, example }) => ({
    cause: `${variable}（${sourceInJapanese(source)}）は「${value}」で、${example} のような形式ではありません。`,
    cure: '手で入力せず、Amazon Cognito のコンソールからコピーしてください。ID プールの ID（リージョン:UUID）、ARN、名前は、ユーザープール ID ではありません。クライアントシークレットもクライアント ID ではなく、ページに書いてはいけません。',
    console: 'Amazon Cognito › ユーザープール ›（対象のプール）',
  }),
})
