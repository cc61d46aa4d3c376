import { diagnosis } from '../diagnosis.ts'
import { requiredNames } from '../environment/variables.ts'
import { wayOut } from '../facts/missing.ts'
import { quoted } from '../facts/shell.ts'

/** The value is in a file that Next.js does not read in this mode, or not in this folder. */
export const ENV_FILE_NOT_READ = diagnosis({
  code: 'ENV_FILE_NOT_READ',
  severity: 'error',
  find: (patient) => {
    const { mode, folder } = patient
    const files = new Map<string, string[]>()
    for (const variable of requiredNames) {
      const found = wayOut(patient, variable)
      if (found?.is === 'unread-file') files.set(found.file, [...(files.get(found.file) ?? []), variable])
    }
    return [...files].map(([file, variables]) => ({
      file,
      mode,
      variables: variables.join(', '),
      folder,
    }))
  },
  example: {
    file: '.env.prod',
    mode: 'production',
    variables: 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID',
    folder: 'web',
  },
  // The file may be there: nothing in it is lost, and the last line of a name counts.
  command: ({ file, mode, folder }) =>
    `(echo; cat ${quoted(`${folder}/${file}`)}) >> ${quoted(`${folder}/.env.${mode}.local`)}`,
  en: ({ file, mode, variables }) => ({
    cause: `${variables}: set in ${file}, which Next.js does not read in the mode ${mode}.`,
    cure: `In this mode Next.js reads, of the folder of the page alone: .env.${mode}.local, .env.local, .env.${mode}, .env. \`next dev\` is the mode development, \`next build\` production. Copy the lines.`,
  }),
  ja: ({ file, mode, variables }) => ({
    cause: `${variables} は ${file} にありますが、Next.js はモード ${mode} でこのファイルを読みません。`,
    cure: `このモードで読まれるのは、ページのフォルダーにある .env.${mode}.local、.env.local、.env.${mode}、.env だけです。モードは \`next dev\` なら development、\`next build\` なら production です。内容を移してください。`,
  }),
})
