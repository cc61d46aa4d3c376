import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeOf, configurationOf, docsOf, explain, problemsOf } from './configuration'

const good = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_AbCdEfGhI',
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: '6h89qn2bfglbmvfebq9aaknqk0',
}

describe('the variables', () => {
  test('of a user pool are enough', () => {
    expect(problemsOf(good)).toEqual([])
  })

  test.each(Object.keys(good))('cannot do without %s', (variable) => {
    for (const missing of ['', undefined]) {
      const [problem, ...others] = problemsOf({ ...good, [variable]: missing })
      expect(problem).toMatchObject({ variable, what: 'is empty' })
      expect(others).toEqual([])
    }
  })

  test('are all named at once when all are missing', () => {
    expect(problemsOf({}).map(({ variable }) => variable)).toEqual(Object.keys(good))
  })

  test.each([
    ['NEXT_PUBLIC_AWS_COGNITO_REGION', 'Tokyo'],
    ['NEXT_PUBLIC_AWS_COGNITO_REGION', 'ap-northeast-1 '],
    ['NEXT_PUBLIC_AWS_COGNITO_REGION', 'ap-northeast-1a'],
    ['NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID', 'AbCdEfGhI'],
    ['NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID', '"ap-northeast-1_AbCdEfGhI"'],
    ['NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID', 'ap-northeast-1:11111111-2222-3333-4444-555555555555'],
    ['NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID', 'my client'],
    ['NEXT_PUBLIC_AWS_COGNITO_ENDPOINT', 'localhost:9339'],
    ['NEXT_PUBLIC_API_URL', '/api'],
    ['NEXT_PUBLIC_AWS_COGNITO_DOMAIN', 'https://auth.example.com'],
    ['NEXT_PUBLIC_AWS_COGNITO_DOMAIN', 'auth.example.com/login'],
    ['NEXT_PUBLIC_AWS_COGNITO_DOMAIN', 'auth.example.com '],
    ['NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS', 'passkey'],
    ['NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH', '5'],
    ['NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH', 'twelve'],
  ])('%s is not %j', (variable, value) => {
    const problems = problemsOf({ ...good, [variable]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      variable,
      what: expect.stringContaining(value),
      cure: expect.stringMatching(/\S\.$/),
    })
  })

  test.each(['auth.example.com', 'genkan.auth.ap-northeast-1.amazoncognito.com', 'localhost:9443'])(
    'may name the domain %s',
    (domain) => {
      expect(problemsOf({ ...good, NEXT_PUBLIC_AWS_COGNITO_DOMAIN: domain })).toEqual([])
    },
  )

  test('say what of an address is the domain', () => {
    const [problem] = problemsOf({ ...good, NEXT_PUBLIC_AWS_COGNITO_DOMAIN: 'https://localhost:9443/login' })
    expect(problem?.cure).toContain('for example localhost:9443')
  })

  test('must agree on the region, and the message says which two do not', () => {
    const [problem] = problemsOf({ ...good, NEXT_PUBLIC_AWS_COGNITO_REGION: 'us-east-1' })
    expect(problem?.what).toContain('us-east-1')
    expect(problem?.what).toContain('NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID')
    expect(problem?.cure).toContain('Set NEXT_PUBLIC_AWS_COGNITO_REGION to ap-northeast-1')
  })

  test.each(['us-gov-west-1', 'cn-north-1', 'ap-southeast-4'])('may name the region %s', (region) => {
    const pool = {
      NEXT_PUBLIC_AWS_COGNITO_REGION: region,
      NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: `${region}_AbCdEfGhI`,
    }
    expect(problemsOf({ ...good, ...pool })).toEqual([])
  })
})

describe('the configuration', () => {
  test('reaches Amazon Cognito when no endpoint is set: nothing falls back to the local user pool', () => {
    expect(configurationOf(good).cognito).not.toHaveProperty('userPoolEndpoint')
    expect(configurationOf({ ...good, NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: '' }).cognito).not.toHaveProperty(
      'userPoolEndpoint',
    )
    expect(configurationOf(good)).not.toHaveProperty('apiUrl')
  })

  test('lets choose how to sign in where first factors are named, and asks for the password otherwise', () => {
    const factors = { NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: 'PASSWORD, EMAIL_OTP,WEB_AUTHN' }
    expect(problemsOf({ ...good, ...factors })).toEqual([])
    expect(configurationOf({ ...good, ...factors }).cognito.passwordless).toEqual({
      emailOtpEnabled: true,
      smsOtpEnabled: false,
      webAuthn: {},
    })
    expect(configurationOf(good).cognito).not.toHaveProperty('passwordless')
  })

  test('leads to the hosted page where a domain is set, and nowhere else otherwise', () => {
    const { loginWith } = configurationOf({
      ...good,
      NEXT_PUBLIC_AWS_COGNITO_DOMAIN: 'auth.example.com',
    }).cognito
    expect(loginWith?.oauth).toMatchObject({
      domain: 'auth.example.com',
      responseType: 'code',
      scopes: expect.arrayContaining(['openid', 'aws.cognito.signin.user.admin']),
    })
    expect(configurationOf({ ...good, NEXT_PUBLIC_AWS_COGNITO_DOMAIN: '' }).cognito.loginWith).toEqual({
      email: true,
    })
  })

  test('asks for the length of a password alone where the user pool does, and for what is usual otherwise', () => {
    const length = { NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: '12' }
    expect(problemsOf({ ...good, ...length })).toEqual([])
    expect(configurationOf({ ...good, ...length }).cognito.passwordFormat).toEqual({
      minLength: 12,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSpecialCharacters: false,
    })
    expect(configurationOf(good).cognito).not.toHaveProperty('passwordFormat')
  })

  test('reaches the local user pool when its endpoint is set', () => {
    const local = { ...good, NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: 'http://localhost:9339' }
    expect(problemsOf(local)).toEqual([])
    expect(configurationOf(local).cognito.userPoolEndpoint).toBe('http://localhost:9339')
  })
})

test('the explanation names each variable and its cure', () => {
  const text = explain(problemsOf({}))
  for (const variable of Object.keys(good)) expect(text).toContain(`- ${variable} is empty.\n  Set it to `)
})

describe('the doctor calls the same problem', () => {
  const manual = readFileSync(new URL('../docs/doctor.md', import.meta.url), 'utf8')

  test.each([
    ['VARIABLE_EMPTY', { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: ' ' }],
    ['VARIABLE_QUOTED', { NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: '“ap-northeast-1_AbCdEfGhI”' }],
    ['VARIABLE_QUOTED', { NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1 ' }],
    ['VARIABLE_MALFORMED', { NEXT_PUBLIC_AWS_COGNITO_REGION: 'Tokyo' }],
    ['VARIABLE_MALFORMED', { NEXT_PUBLIC_API_URL: '/api' }],
    ['REGION_POOL_MISMATCH', { NEXT_PUBLIC_AWS_COGNITO_REGION: 'us-east-1' }],
  ])('%s, and its manual explains it', (code, ill) => {
    const environment = { ...good, ...ill }
    const problems = problemsOf(environment)
    expect(problems.map((problem) => codeOf(problem, environment))).toEqual([code])
    expect(problems.map((problem) => docsOf(problem, environment))).toEqual([
      `docs/doctor.md#${code.toLowerCase()}`,
    ])
    expect(manual).toContain(`\n### ${code}\n`)
    expect(explain(problems, environment)).toContain(code)
  })
})
