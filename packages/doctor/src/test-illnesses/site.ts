import { exampleSeed, newPage, variables } from '../test-pool.ts'
import type { Illness } from '../test-ward.ts'

const { userPoolId, clientId } = exampleSeed
const policy = "default-src 'self'; script-src 'self'"
const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#x27;')}">`

/** The same server by a name that browsers do not hold for this machine. */
const elsewhere = (url: string) => url.replace('localhost', '0.0.0.0')

export const site: readonly Illness[] = [
  [
    'it is not there',
    async ({ onPool, server }) => onPool({}, { site: await server(() => ({ status: 403 })) }),
    ['SITE_UNREACHABLE'],
  ],
  [
    'it is served without https, by a name that is not this machine’s for a browser',
    async ({ onPool, server }) => onPool({}, { site: elsewhere(await server(() => ({}))) }),
    ['HTTPS_MISSING'],
  ],
  [
    'it leads to a place without https',
    async ({ onPool, server }) => {
      const there = elsewhere(await server(() => ({})))
      return onPool({}, { site: await server(() => ({ status: 302, headers: { location: there } })) })
    },
    ['HTTPS_MISSING'],
  ],
  [
    'its policy keeps the page from Cognito',
    async ({ onPool, server }) =>
      onPool({}, { site: await server(() => ({ headers: { 'content-security-policy': policy } })) }),
    ['CSP_BLOCKS_COGNITO'],
  ],
  [
    'a policy in the page does',
    async ({ onPool, server }) => onPool({}, { site: await server(() => ({ body: meta })) }),
    ['CSP_BLOCKS_COGNITO'],
  ],
  [
    'a policy in the exported page does',
    ({ pool }) => ({
      folder: newPage({ 'out/index.html': `${meta}"${userPoolId}","${clientId}"` }),
      environment: variables(pool),
      mode: 'development',
    }),
    ['CSP_BLOCKS_COGNITO'],
  ],
]
