import { diagnosis } from '../diagnosis.ts'
import { requiredNames } from '../environment/variables.ts'
import { wayOut } from '../facts/missing.ts'
import { quoted } from '../facts/shell.ts'

/** A variable that nothing works without is not there. */
export const VARIABLE_EMPTY = diagnosis({
  code: 'VARIABLE_EMPTY',
  severity: 'error',
  find: (patient) =>
    requiredNames
      .filter((variable) => wayOut(patient, variable)?.is === 'nowhere')
      .map((variable) => ({ variable, mode: patient.mode, folder: patient.folder })),
  example: { variable: 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID', mode: 'production', folder: 'web' },
  command: ({ variable, mode, folder }) =>
    `(echo; echo '${variable}=…') >> ${quoted(`${folder}/.env.${mode}.local`)}`,
  en: ({ variable, mode }) => ({
    cause: `${variable} is empty in the mode ${mode}: the page does not know whom to ask.`,
    cure: 'Set it in the environment or in a file that Next.js reads in this mode, then start or build again: Next.js writes the values into the page when it is built.',
    console:
      'Amazon Cognito › User pools › (your pool): the overview has the user pool ID, “App clients” the client ID',
  }),
  ja: ({ variable, mode }) => ({
    cause: `${variable} が空です（モード ${mode}）。ページは、どのユーザープールに問い合わせればよいか分かりません。`,
    cure: '環境変数か、このモードで Next.js が読む .env ファイルに設定し、起動またはビルドをやり直してください。値はビルドのときにページへ埋め込まれます。',
    console:
      'Amazon Cognito › ユーザープール ›（対象のプール）：概要にユーザープール ID、「アプリクライアント」にクライアント ID があります',
  }),
})
