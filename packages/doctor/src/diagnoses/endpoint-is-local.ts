import { diagnosis } from '../diagnosis.ts'
import { isLoopback } from '../facts/addresses.ts'
import { sourceInJapanese } from '../facts/source.ts'

/** The next build is for the local user pool. */
export const ENDPOINT_IS_LOCAL = diagnosis({
  code: 'ENDPOINT_IS_LOCAL',
  severity: 'warning',
  find: ({ mode, variables }) => {
    const { value: endpoint, source } = variables.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT ?? {
      value: '',
      source: '',
    }
    return mode === 'production' && isLoopback(endpoint) ? [{ endpoint, source }] : []
  },
  example: { endpoint: 'http://localhost:9339', source: '.env.local' },
  command: () => 'unset NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
  en: ({ endpoint, source }) => ({
    cause: `NEXT_PUBLIC_AWS_COGNITO_ENDPOINT (${source}) is ${endpoint} in the mode production: a site that is built so signs nobody in who is not on this machine.`,
    cure: 'Leave the variable out for Amazon Cognito. .env.local is read in both modes; what is for your machine alone belongs in .env.development.local.',
  }),
  ja: ({ endpoint, source }) => ({
    cause: `モード production で NEXT_PUBLIC_AWS_COGNITO_ENDPOINT（${sourceInJapanese(source)}）が ${endpoint} になっています。このままビルドしたサイトでは、このマシン以外からログインできません。`,
    cure: 'Amazon Cognito を使うなら、この変数を外してください。.env.local はどちらのモードでも読まれます。手元だけの値は .env.development.local に書きます。',
  }),
})
