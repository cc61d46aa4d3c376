import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { diagnoses } from './diagnoses/index.ts'
import { type ExaminationOptions, examine } from './doctor.ts'
import { jsonReport } from './report/json.ts'
import { textReport } from './report/text.ts'
import { administrator } from './test-illnesses/administrator.ts'
import { api } from './test-illnesses/api.ts'
import { appClient } from './test-illnesses/app-client.ts'
import { domain } from './test-illnesses/domain.ts'
import { files } from './test-illnesses/files.ts'
import { none } from './test-illnesses/none.ts'
import { person } from './test-illnesses/person.ts'
import { site } from './test-illnesses/site.ts'
import { userPool } from './test-illnesses/user-pool.ts'
import { variables as ofVariables, secret } from './test-illnesses/variables.ts'
import { exampleSeed, page, variables } from './test-pool.ts'
import { openWard, signIn, type Ward } from './test-ward.ts'

// Each illness on purpose, in a real user pool at a real port, and what the doctor says of it.

let ward: Ward
beforeAll(async () => {
  ward = await openWard()
})
afterAll(() => ward.close())

const met = new Set<string>()

async function codesOf(options: ExaminationOptions): Promise<string[]> {
  const { findings } = await examine(options)
  const codes = [...new Set(findings.map(({ diagnosis }) => diagnosis.code))]
  for (const code of codes) met.add(code)
  return codes
}

describe.each([
  ['nothing is wrong', none],
  ['of the variables', ofVariables],
  ['of the files of the page', files],
  ['of the user pool', userPool],
  ['of the app client', appClient],
  ['of the domain', domain],
  ['of the site', site],
  ['of the API', api],
  ['of the person who signs in', person],
] as const)('%s:', (_of, illnesses) => {
  test.each(illnesses)('%s', async (_what, options, codes) => {
    expect(await codesOf(await options(ward))).toEqual(codes)
  })
})

describe('with credentials:', () => {
  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  })
  afterEach(() => vi.unstubAllEnvs())

  test.each(administrator)('%s', async (_what, options, codes) => {
    expect(await codesOf(await options(ward))).toEqual(codes)
  })

  test('there are none after all', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_PROFILE', undefined)
    for (const file of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(file, '/nowhere')
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
    expect(await codesOf(ward.onPool({}, { withCredentials: true }))).toEqual(['CREDENTIALS_UNUSABLE'])
  })

  test('no password, token or secret is in a report', async () => {
    const clientId = await ward.newClient({ GenerateSecret: true })
    const { UserPoolClient: client } = await ward.admin('DescribeUserPoolClient', {
      UserPoolId: exampleSeed.userPoolId,
      ClientId: clientId,
    })
    const { ClientSecret } = client as unknown as { ClientSecret: string }
    const password = 'Not-Told-2026'
    const found = await examine(
      ward.onPool(
        { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId },
        { ...signIn('hanako@example.com', password), withCredentials: true },
      ),
    )
    const text = JSON.stringify([jsonReport(found, 'en'), jsonReport(found, 'ja')])
    expect(text).toContain('CLIENT_HAS_SECRET')
    for (const secret of [password, ClientSecret, 'eyJ']) expect(text).not.toContain(secret)
  })
})

test('a secret that was taken for an ID is not told either', async () => {
  const found = await examine(ward.onPool({ NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: `"${secret}"` }))
  const text = JSON.stringify([jsonReport(found, 'en'), jsonReport(found, 'ja')])
  expect(text).toContain('VARIABLE_MALFORMED')
  expect(text).not.toContain(secret)
})

test.each([
  ['--api', 'error', { api: true }],
  ['NEXT_PUBLIC_API_URL, which may be what addresses begin with,', 'warning', { api: false }],
])('what is not found at %s is an %s', async (_where, severity, { api: isGiven }) => {
  const url = await ward.apiThat(() => ({ status: 404 }))
  const { findings } = await examine(
    isGiven ? ward.onPool({}, { api: url }) : ward.onPool({ NEXT_PUBLIC_API_URL: url }),
  )
  expect(findings).toMatchObject([{ diagnosis: { code: 'API_UNREACHABLE' }, severity }])
})

test.each([
  ['of this machine', 'warning', {}],
  ['that is published', 'error', { site: 'https://app.invalid/' }],
])('an API without https is for a page %s an %s', async (_page, severity, more) => {
  const { findings } = await examine(ward.onPool({}, { api: 'http://api.invalid/', ...more }))
  const [found] = findings.filter(({ diagnosis }) => diagnosis.code === 'HTTPS_MISSING')
  expect(found).toMatchObject({ severity, facts: { what: 'api' } })
})

test('an API that does not let in the page is an error where somebody has said where the page is', async () => {
  const api = await ward.api({ allowedOrigin: 'https://app.example.com' })
  const assumed = await examine(ward.onPool({}, { api }))
  expect(assumed.findings).toMatchObject([{ diagnosis: { code: 'CORS_MISSING' }, severity: 'warning' }])
  expect(jsonReport(assumed, 'en').healthy).toBe(true)
  const given = await examine(ward.onPool({}, { api, site: await ward.server(() => ({})) }))
  expect(given.findings).toMatchObject([{ diagnosis: { code: 'CORS_MISSING' }, severity: 'error' }])
})

test('a key of Amplify 5 is a warning', async () => {
  const [, ill] = files.find(([, , codes]) => codes.includes('AMPLIFY_V5_KEYS')) ?? []
  expect((await examine(await ill?.(ward))).findings).toMatchObject([{ severity: 'warning' }])
})

test('a password in an address is not told', async () => {
  const address = 'http://admin:hunter2@localhost:1'
  const found = await examine(
    ward.onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: address }, { api: address, site: address }),
  )
  const text = JSON.stringify([jsonReport(found, 'en'), textReport(found, 'en'), textReport(found, 'ja')])
  expect(text).toContain('ENDPOINT_UNREACHABLE')
  expect(text).not.toContain('hunter2')
})

test('every diagnosis has met its illness', () => {
  expect(diagnoses.map(({ code }) => code).filter((code) => !met.has(code))).toEqual([])
})

test('an examination sends nothing, and asks nothing but what changes nothing', async () => {
  const { pool } = await ward.another()
  const asked = new Set<string>()
  pool.onRequest(({ operation }) => asked.add(operation))
  const inbox = async () => {
    const answer = await fetch(`${pool.url}/_local/inbox`, { headers: { accept: 'application/json' } })
    return ((await answer.json()) as { items: unknown[] }).items.length
  }
  const before = await inbox()
  const back = 'http://localhost:3000/'
  const factors = { NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: 'EMAIL_OTP,WEB_AUTHN' }
  await examine(page(variables(pool, factors), { callback: back, logout: back, domain: pool.url }))
  expect(before).toBeGreaterThan(0)
  expect(await inbox()).toBe(before)
  expect([...asked].sort()).toEqual([
    'GET /logout',
    'GET /oauth2/authorize',
    'GetTokensFromRefreshToken',
    'InitiateAuth',
  ])
})

test('a sign-in that is tried leaves no session behind', async () => {
  const asked: string[] = []
  const stop = ward.pool.onRequest(({ operation, outcome }) => asked.push(`${operation} ${outcome}`))
  await examine(ward.onPool({}, signIn('hanako@example.com')))
  stop()
  expect(asked).toContain('RevokeToken ok')
})
