import { exampleSeed } from '../test-pool.ts'
import type { Illness } from '../test-ward.ts'

const flows = (...ExplicitAuthFlows: string[]) => ({ ExplicitAuthFlows })

export const appClient: readonly Illness[] = [
  [
    'there is none of this id',
    ({ onPool }) => {
      const back = 'http://localhost:3000/'
      const others = { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'nosuchclient00000000000000' }
      return onPool(others, { callback: back, logout: back })
    },
    ['CLIENT_NOT_FOUND'],
  ],
  ['it has a secret', ({ withClient }) => withClient({ GenerateSecret: true }), ['CLIENT_HAS_SECRET']],
  [
    'it has a secret, of which Cognito tells in its other words',
    ({ withClient }) => withClient({ GenerateSecret: true, ...flows('ALLOW_USER_AUTH') }),
    ['CLIENT_HAS_SECRET', 'SRP_NOT_ENABLED'],
  ],
  [
    'it does not allow SRP',
    ({ withClient }) => withClient(flows('ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH')),
    ['SRP_NOT_ENABLED'],
  ],
  [
    'it does not allow the choice that the page offers',
    ({ withClient }) =>
      withClient(flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'), {
        NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: 'EMAIL_OTP',
      }),
    ['USER_AUTH_NOT_ENABLED'],
  ],
  [
    'it tells who has an account',
    ({ withClient }) => withClient({ PreventUserExistenceErrors: 'LEGACY' }),
    ['USER_EXISTENCE_LEAKS'],
  ],
  [
    'the domain that the pool names does not know it',
    async ({ onPool, another }) => {
      const { pool: other } = await another({ seed: { ...exampleSeed, clientId: 'another' } })
      const { pool } = await another({ domainEndpoint: other.url })
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url })
    },
    ['CLIENT_OF_ANOTHER_POOL'],
  ],
]
