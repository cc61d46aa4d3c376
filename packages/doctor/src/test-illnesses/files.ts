import { exampleSeed, newPage, variables } from '../test-pool.ts'
import type { Illness, Ward } from '../test-ward.ts'

const { userPoolId, clientId } = exampleSeed

const linesOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

const lines = ({ pool }: Ward) => linesOf(variables(pool))

const metaPolicy = (policy: string) =>
  `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#x27;')}">`

/** On the local user pool in development, and built for another one. */
function deployedPage(ward: Ward, policy: string): string {
  const deployed = {
    NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
    NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_Deployed0',
    NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'deployed000000000000000000',
  }
  return newPage({
    '.env.development.local': lines(ward),
    '.env.production.local': linesOf(deployed),
    'out/index.html': metaPolicy(policy),
    'out/_next/static/chunks/page.js': JSON.stringify(Object.values(deployed)),
  })
}

const inFile = (file: string, mode: 'development' | 'production', ...codes: string[]): Illness => [
  `the variables are in ${file}, the mode is ${mode}`,
  (ward) => ({ folder: newPage({ [file]: lines(ward) }), environment: {}, mode }),
  codes,
]

const built = (what: string, text: string, ...codes: string[]): Illness => [
  what,
  ({ pool }) => ({
    folder: newPage({ 'out/_next/static/chunks/page.js': text }),
    environment: variables(pool),
    mode: 'development',
  }),
  codes,
]

/** A page that reads one more variable, and was built when that was of old.example.com. */
const readingBuild = (what: string, name: string, value: string, ...codes: string[]): Illness => [
  what,
  ({ pool }) => {
    const folder = newPage({
      'configuration.ts': `export const value = process.env.NEXT_PUBLIC_${name}`,
      'out/_next/static/chunks/page.js': `"${userPoolId}","${clientId}","https://old.example.com/","old.example.com"`,
      '.env.production': `NEXT_PUBLIC_${name}=${value}`,
    })
    return { folder, environment: variables(pool), mode: 'development' }
  },
  codes,
]

const amplify = (version: string) => (ward: Ward) => ({
  folder: newPage({
    'package.json': `{ "dependencies": { "aws-amplify": "${version}" } }`,
    'app/amplify.ts': 'Amplify.configure({\n  Auth: {\n    userPoolWebClientId: id,\n  },\n})\n',
  }),
  environment: variables(ward.pool),
})

export const files: readonly Illness[] = [
  inFile('.env.local', 'development'),
  inFile('.env.prod', 'production', 'ENV_FILE_NOT_READ'),
  inFile('.env.production.local', 'development', 'ENV_FILE_NOT_READ'),
  [
    'the variables are beside the folder of the page',
    (ward) => ({ folder: newPage(), around: [newPage({ '.env.local': lines(ward) })], environment: {} }),
    ['ENV_FILE_NOT_READ'],
  ],
  built('the build is of these values', `"${userPoolId}","${clientId}"`),
  built('the build is of an older user pool', `"ap-northeast-1_OldOldOld","${clientId}"`, 'BUILD_STALE'),
  built('the build is of an older app client', `"${userPoolId}"`, 'BUILD_STALE'),
  [
    'the mode development is of the local pool, and the policy in the build lets in the one that it is of',
    (ward) => ({
      folder: deployedPage(ward, 'connect-src https://cognito-idp.ap-northeast-1.amazonaws.com'),
      environment: {},
    }),
    [],
  ],
  [
    'the policy in the build lets in the local pool alone, which it is not of',
    (ward) => ({
      folder: deployedPage(ward, `connect-src ${ward.pool.url}`),
      environment: {},
    }),
    ['CSP_BLOCKS_COGNITO'],
  ],
  [
    'the API may be at the origin of the page, which nobody has named',
    async ({ pool, api }) => ({
      folder: newPage({
        'out/index.html': metaPolicy(`connect-src 'self' ${pool.url}`),
        'out/_next/static/chunks/page.js': `"${userPoolId}","${clientId}"`,
      }),
      environment: { ...variables(pool), NEXT_PUBLIC_API_URL: await api() },
      mode: 'development',
    }),
    [],
  ],
  readingBuild('the build calls another API', 'API_URL', 'https://new.example.com/', 'BUILD_STALE'),
  readingBuild('the build asks another domain', 'AWS_COGNITO_DOMAIN', 'new.example.com', 'BUILD_STALE'),
  readingBuild('the build calls this API', 'API_URL', 'https://old.example.com/'),
  [
    'the build asks the user pool elsewhere',
    ({ pool }) => ({
      folder: newPage({
        'configuration.ts': 'export const url = process.env.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
        'out/_next/static/chunks/page.js': `"${userPoolId}","${clientId}","http://localhost:1"`,
      }),
      environment: variables(pool),
      mode: 'development',
    }),
    ['BUILD_STALE'],
  ],
  [
    'a build for everybody asks the pool on this machine',
    ({ onPool }) => onPool({}, { mode: 'production' }),
    ['ENDPOINT_IS_LOCAL'],
  ],
  ['Amplify 6 is configured as version 5 was', amplify('^6.22.1'), ['AMPLIFY_V5_KEYS']],
  [
    'Amplify 6 is, and a remark tells of version 5',
    ({ pool }) => ({
      folder: newPage({
        'package.json': '{ "dependencies": { "aws-amplify": "^6.22.1" } }',
        'app/amplify.ts': '// it was userPoolWebClientId: id\n/*\n mandatorySignIn: true\n*/\n',
      }),
      environment: variables(pool),
    }),
    [],
  ],
  ['Amplify 5 is', amplify('5.3.11'), []],
]
