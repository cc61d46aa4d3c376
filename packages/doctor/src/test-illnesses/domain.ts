import { exampleSeed } from '../test-pool.ts'
import type { Illness } from '../test-ward.ts'

const callback = 'http://localhost:3000/'

export const domain: readonly Illness[] = [
  [
    'people may not come back to the page',
    ({ onPool }) => onPool({}, { callback: 'http://localhost:3000/callback' }),
    ['CALLBACK_NOT_REGISTERED'],
  ],
  [
    'nor after signing out',
    ({ onPool }) => onPool({}, { callback, logout: 'http://localhost:3000/bye' }),
    ['LOGOUT_NOT_REGISTERED'],
  ],
  [
    'the client may not be used there',
    ({ withClient }) =>
      withClient({ AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: [] }, {}, { callback }),
    ['CODE_FLOW_NOT_ENABLED'],
  ],
  [
    'it is written with https and a path',
    ({ onPool }) => onPool({}, { domain: 'https://shop.invalid/login' }),
    ['DOMAIN_WRONG'],
  ],
  [
    'it is of another user pool',
    async ({ onPool, another }) => {
      const { pool: other } = await another({ seed: { ...exampleSeed, clientId: 'another' } })
      return onPool({}, { callback, domain: other.url })
    },
    ['DOMAIN_WRONG'],
  ],
  [
    'it is no domain of a user pool',
    async ({ onPool, server }) => onPool({}, { callback, domain: await server(() => ({ body: 'Hello' })) }),
    ['DOMAIN_WRONG'],
  ],
  [
    'there is none',
    async ({ onPool, another }) => {
      const { domain: _none, ...seed } = exampleSeed
      const { pool } = await another({ seed })
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url }, { callback })
    },
    ['DOMAIN_WRONG'],
  ],
]
