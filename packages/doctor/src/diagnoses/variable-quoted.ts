import { diagnosis } from '../diagnosis.ts'
import { shown, variableNames, withoutQuotes } from '../environment/variables.ts'
import { sourceInJapanese } from '../facts/source.ts'

/** Quotes or spaces are part of the value. */
export const VARIABLE_QUOTED = diagnosis({
  code: 'VARIABLE_QUOTED',
  severity: 'error',
  find: ({ variables }) =>
    variableNames.flatMap((variable) => {
      const { value, source } = variables[variable] ?? { value: '', source: '' }
      const better = withoutQuotes(value)
      return better === value || better === ''
        ? []
        : [{ variable, value: shown(value), better: shown(better), source }]
    }),
  example: {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID',
    value: '"ap-northeast-1_AbCdEfGhI"',
    better: 'ap-northeast-1_AbCdEfGhI',
    source: 'environment',
  },
  command: ({ variable, better }) => `export ${variable}=${better}`,
  en: ({ variable, value, source }) => ({
    cause: `${variable} (${source}) is [${value}]: the quotes or spaces are part of the value, and Cognito knows nothing of that name.`,
    cure: 'Write the value alone, with nothing around it. Straight quotes in a .env file are taken away; those in a form of a hosting console, in docker --env-file, and typographic ones are not.',
  }),
  ja: ({ variable, value, source }) => ({
    cause: `${variable}（${sourceInJapanese(source)}）は [${value}] です。引用符や空白まで値に含まれているため、Cognito に見つけてもらえません。`,
    cure: '前後に何も付けず、値だけを書いてください。.env ファイルの半角の引用符は取り除かれますが、ホスティングの設定画面や docker --env-file の引用符、全角の引用符はそのまま値になります。',
  }),
})
