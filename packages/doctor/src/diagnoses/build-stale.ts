import { diagnosis } from '../diagnosis.ts'
import { withoutQuotes } from '../environment/variables.ts'

const always = ['NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID', 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID'] as const

const whereRead = [
  'NEXT_PUBLIC_API_URL',
  'NEXT_PUBLIC_AWS_COGNITO_DOMAIN',
  'NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
] as const

/** What was exported has other values in it than the next build would have. */
export const BUILD_STALE = diagnosis({
  code: 'BUILD_STALE',
  severity: 'error',
  find: ({ build, ofNextBuild, variablesRead }) => {
    if (!build) return []
    // What the page does not read is in no build of it.
    const names = [...always, ...whereRead.filter((name) => variablesRead.includes(name))]
    return names.flatMap((variable) => {
      const value = withoutQuotes(ofNextBuild[variable]?.value ?? '')
      if (value === '' || build.has(value)) return []
      const isPool = variable === 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID'
      return [{ variable, value, built: (isPool && build.pools.join(', ')) || '?' }]
    })
  },
  example: {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID',
    value: 'ap-northeast-1_AbCdEfGhI',
    built: 'ap-northeast-1_OldOldOld',
  },
  command: () => 'npm run build',
  en: ({ variable, value, built }) => ({
    cause: `out/ was built with another ${variable}: it is ${value} now, and in out/ there is ${built}. Values are written into the page when it is built.`,
    cure: 'Build and deploy again. A variable that is set where the site is hosted, after the build, changes nothing.',
  }),
  ja: ({ variable, value, built }) => ({
    cause: `out/ は別の ${variable} でビルドされています。いまの値は ${value}、out/ にあるのは ${built} です。値はビルドのときにページへ埋め込まれます。`,
    cure: 'もう一度ビルドして、デプロイしてください。ビルドのあとにホスティング側で変数を設定しても、反映されません。',
  }),
})
