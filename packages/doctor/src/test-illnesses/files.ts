import { exampleSeed, newPage, variables } from '../test-pool.ts'
import type { Illness, Ward } from '../test-ward.ts'

const { userPoolId, clientId } = exampleSeed

const lines = ({ pool }: Ward) =>
  Object.entries(variables(pool))
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

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
    'a build for everybody asks the pool on this machine',
    ({ onPool }) => onPool({}, { mode: 'production' }),
    ['ENDPOINT_IS_LOCAL'],
  ],
  ['Amplify 6 is configured as version 5 was', amplify('^6.22.1'), ['AMPLIFY_V5_KEYS']],
  ['Amplify 5 is', amplify('5.3.11'), []],
]
