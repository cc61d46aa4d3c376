import { diagnosis } from '../diagnosis.ts'
import { requiredNames } from '../environment/variables.ts'
import { wayOut } from '../facts/missing.ts'
import { sourceInJapanese } from '../facts/source.ts'

/** The value is there, under a name that browsers are not told. */
export const VARIABLE_NOT_PUBLIC = diagnosis({
  code: 'VARIABLE_NOT_PUBLIC',
  severity: 'error',
  find: (patient) =>
    requiredNames.flatMap((variable) => {
      const found = wayOut(patient, variable)
      return found?.is === 'other-name' ? [{ variable, name: found.name, source: found.source }] : []
    }),
  example: {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID',
    name: 'AWS_COGNITO_CLIENT_ID',
    source: '.env.local',
  },
  en: ({ variable, name, source }) => ({
    cause: `${name} is set (${source}), but the page reads ${variable}: Next.js gives browsers only what begins with NEXT_PUBLIC_.`,
    cure: `Rename it to ${variable}, then start or build again. The value is no secret; every browser sees it.`,
  }),
  ja: ({ variable, name, source }) => ({
    cause: `${name} は設定されていますが（${sourceInJapanese(source)}）、ページが読むのは ${variable} です。Next.js がブラウザーに渡すのは、NEXT_PUBLIC_ で始まる変数だけです。`,
    cure: `名前を ${variable} に変え、起動またはビルドをやり直してください。この値は秘密ではなく、もともとすべてのブラウザーに見えるものです。`,
  }),
})
