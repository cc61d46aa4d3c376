import { exampleSeed } from '../test-pool.ts'
import { throughTo } from '../test-server.ts'
import { type Illness, signIn } from '../test-ward.ts'
import { struck } from './faults.ts'

/** Nothing is to be found here. */
export const none: readonly Illness[] = [
  ['in a healthy user pool', ({ onPool }) => onPool(), []],
  [
    'where everything there is is looked at',
    async ({ onPool, pool, api, server }) => {
      const site = await server(() => ({
        headers: {
          'content-security-policy': `default-src 'self'; connect-src ${pool.url}/ http://localhost:*`,
        },
      }))
      const back = 'http://localhost:3000/'
      return onPool(
        { NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: 'EMAIL_OTP,WEB_AUTHN' },
        {
          ...signIn('hanako@example.com'),
          site,
          api: await api({ allowedOrigin: site }),
          callback: back,
          logout: back,
          domain: pool.url,
        },
      )
    },
    [],
  ],
  [
    'in an app client that is not for the domain, where nobody said that the page uses it',
    ({ withClient }) =>
      withClient({ AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: [], CallbackURLs: [] }),
    [],
  ],
  [
    'where refresh tokens rotate, which needs another client setting',
    ({ withClient }) =>
      withClient({
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      }),
    [],
  ],
  [
    'where everybody chooses how to sign in, and SRP stands in that',
    ({ withClient }) =>
      withClient(
        { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
        { NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: 'EMAIL_OTP' },
      ),
    [],
  ],
  [
    'in a user pool whose usernames are no addresses',
    async ({ newPool, newClient, onPool }) => {
      const Id = await newPool()
      return onPool({
        NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: Id,
        NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: await newClient({}, Id),
      })
    },
    [],
  ],
  [
    'where a trigger wants to know nothing of strangers',
    async ({ another, onPool }) => {
      const { pool } = await another({
        triggers: {
          PreAuthentication: () => {
            throw new Error('Not today.')
          },
        },
        seed: {
          ...exampleSeed,
          userPool: {
            ...exampleSeed.userPool,
            LambdaConfig: { PreAuthentication: 'arn:aws:lambda:ap-northeast-1:000000000000:function:pre' },
          },
        },
      })
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url })
    },
    [],
  ],
  [
    'where an address without https leads to one that is fit for a page',
    async ({ onPool, server }) => {
      const there = await server(() => ({}))
      const here = await server(() => ({ status: 301, headers: { location: there } }))
      return onPool({}, { site: here.replace('localhost', '0.0.0.0') })
    },
    [],
  ],
  [
    'in a user pool that was asked too often for a moment',
    (ward) => struck(ward, { status: 400, times: 1 }),
    [],
  ],
  [
    'in one that says for how long',
    async ({ onPool, pool, server }) => {
      let refusals = 0
      const busy = await server(async (request) => {
        if (request.method !== 'POST' || refusals++ > 0) return throughTo(pool.url, request)
        return { status: 429, headers: { 'retry-after': '0' } }
      })
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: busy })
    },
    [],
  ],
  [
    'in somebody who was invited and has not come yet',
    ({ onPool }) => onPool({}, signIn('invited@example.com')),
    [],
  ],
]
