import type { SignInConfiguration } from '@genkan/sign-in'

/** The variables of this site: what differs between one deployment and another. */
export interface Environment {
  readonly NEXT_PUBLIC_AWS_COGNITO_REGION?: string | undefined
  readonly NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID?: string | undefined
  readonly NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID?: string | undefined
  /** What to sign in with besides the password, separated by commas: EMAIL_OTP, SMS_OTP, WEB_AUTHN. */
  readonly NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS?: string | undefined
  /** The domain of the user pool's hosted sign-in page, without https://; without it the form alone signs in. */
  readonly NEXT_PUBLIC_AWS_COGNITO_DOMAIN?: string | undefined
  /** How long a password must be, where the user pool asks for nothing else; without it as Cognito has it by default. */
  readonly NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH?: string | undefined
  /** Only for the local user pool; Amazon Cognito is found by its region. */
  readonly NEXT_PUBLIC_AWS_COGNITO_ENDPOINT?: string | undefined
  /** The protected API; without it the page says that there is none. */
  readonly NEXT_PUBLIC_API_URL?: string | undefined
}

/** A variable that cannot be used, why, and what to do. */
export interface Problem {
  readonly variable: keyof Environment
  readonly what: string
  readonly cure: string
}

/** What the page needs to know. */
export interface Configuration {
  readonly cognito: SignInConfiguration
  readonly apiUrl?: string
}

/** Next.js writes values into the page only where each variable is spelled out like this. */
export const environment: Environment = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: process.env.NEXT_PUBLIC_AWS_COGNITO_REGION,
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: process.env.NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID,
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: process.env.NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID,
  NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: process.env.NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS,
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: process.env.NEXT_PUBLIC_AWS_COGNITO_DOMAIN,
  NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: process.env.NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH,
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: process.env.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT,
  NEXT_PUBLIC_API_URL: process.env.NEXT_PUBLIC_API_URL,
}

const required = [
  {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_REGION',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    form: 'a region such as ap-northeast-1',
    where: 'the region in which the user pool was made',
  },
  {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d_[0-9a-zA-Z]+$/,
    form: 'a user pool ID such as ap-northeast-1_AbCdEfGhI',
    where: '“User pool ID” on the overview of the user pool in the Amazon Cognito console',
  },
  {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID',
    pattern: /^\w{1,128}$/,
    form: 'a client ID: letters and digits, usually 26',
    where: '“Client ID” under “App clients” of the user pool; take an app client without a secret',
  },
] as const

/** Cognito's own names; a password is always one of them. */
const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

const addresses = [
  {
    variable: 'NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
    cure: 'Leave it out for Amazon Cognito. For the local user pool write its address, for example http://localhost:9339.',
  },
  {
    variable: 'NEXT_PUBLIC_API_URL',
    cure: 'Write the whole address of the API, for example https://api.example.com/, or leave it out.',
  },
] as const

/** Every problem at once, so that nobody has to build again for each. */
export function problemsOf(environment: Environment): readonly Problem[] {
  const malformed = required.flatMap(({ variable, pattern, form, where }): readonly Problem[] => {
    const value = environment[variable] ?? ''
    if (pattern.test(value)) return []
    const what = value === '' ? 'is empty' : `is “${value}”, which is not ${form}`
    return [{ variable, what, cure: `Set it to ${form}: ${where}.` }]
  })
  const unreachable = addresses.flatMap(({ variable, cure }): readonly Problem[] => {
    const value = environment[variable]
    return !value || isAddress(value)
      ? []
      : [{ variable, what: `is “${value}”, which is not an http(s) address`, cure }]
  })
  const unknown = factorsOf(environment).filter((factor) => !firstFactors.includes(factor))
  const unusable = unknown.map((factor) => ({
    variable: 'NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS' as const,
    what: `names “${factor}”, which is no first factor`,
    cure: `Write some of ${firstFactors.join(', ')}, separated by commas, or leave it out for the password alone.`,
  }))
  return [
    ...malformed,
    ...unreachable,
    ...domainProblem(environment),
    ...unusable,
    ...unmeasurable(environment),
    ...disagreement(environment, malformed),
  ]
}

/** The configuration; call it only where `problemsOf` finds nothing. */
export function configurationOf(environment: Environment): Configuration {
  const {
    NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: userPoolId = '',
    NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: userPoolClientId = '',
    NEXT_PUBLIC_AWS_COGNITO_DOMAIN: domain,
    NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: minLength,
    NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: userPoolEndpoint,
    NEXT_PUBLIC_API_URL: apiUrl,
  } = environment
  const factors = factorsOf(environment)
  return {
    cognito: {
      userPoolId,
      userPoolClientId,
      loginWith: { email: true, ...(domain && { oauth: oauthOf(domain) }) },
      // What sign-up asks for has to be what the user pool requires, which a browser cannot ask it. The rest is
      // offered on the account page.
      userAttributes: {
        email: { required: true },
        name: { required: true },
        phone_number: { required: false },
      },
      ...(minLength && { passwordFormat: lengthAlone(Number(minLength)) }),
      ...(factors.length > 0 && { passwordless: passwordlessOf(factors) }),
      ...(userPoolEndpoint && { userPoolEndpoint }),
      // The API of this site takes ID tokens, as an API Gateway authorizer of the type Cognito does.
      ...(apiUrl && { api: { origins: [new URL(apiUrl).origin], token: 'idToken' } }),
    },
    ...(apiUrl && { apiUrl }),
  }
}

/** The problems as one text, for a terminal. */
export function explain(problems: readonly Problem[], from = environment): string {
  return [
    'The configuration of the sign-in page cannot be used:',
    ...problems.map(
      (problem) =>
        `- ${problem.variable} ${problem.what}.\n  ${problem.cure}\n  ${codeOf(problem, from)}: ${docsOf(problem, from)}`,
    ),
    'Set the variables in web/.env.local or in the environment. What else may be wrong, `npm run doctor` tells. To try everything without AWS, run: npm start',
  ].join('\n')
}

/** Amplify puts https:// in front, and the paths of its requests behind. */
function domainProblem({ NEXT_PUBLIC_AWS_COGNITO_DOMAIN: domain }: Environment): readonly Problem[] {
  const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?'
  if (!domain || new RegExp(`^${label}(\\.${label})*(:\\d{1,5})?$`, 'i').test(domain)) return []
  const isAddressed = /^https?:\/\//i.test(domain) && URL.canParse(domain)
  const example = isAddressed ? new URL(domain).host : 'auth.example.com'
  return [
    {
      variable: 'NEXT_PUBLIC_AWS_COGNITO_DOMAIN',
      what: `is “${domain}”, which is not a domain`,
      cure: `Write the domain alone, without https:// and without a path, for example ${example}: “Domain” of the user pool in the Amazon Cognito console. Leave it out to sign in by the form alone.`,
    },
  ]
}

/** The bounds are those of `PasswordPolicyMinLengthType` in the API model of Amazon Cognito. */
function unmeasurable({
  NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: length,
}: Environment): readonly Problem[] {
  if (!length || (/^\d{1,2}$/.test(length) && Number(length) >= 6)) return []
  return [
    {
      variable: 'NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH',
      what: `is “${length}”, which is no length of a password`,
      cure: 'Write the “Password minimum length” of the user pool, 6 to 99, or leave it out for the default policy.',
    },
  ]
}

/** The hosted page sends people back to the page they came from, whose address only a browser knows. */
function oauthOf(domain: string) {
  return {
    domain,
    // The last one lets people change their own account.
    scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    redirectSignIn: [],
    redirectSignOut: [],
    responseType: 'code' as const,
  }
}

/** The code by which `npm run doctor` calls a problem. */
export function codeOf({ variable }: Problem, from = environment): string {
  const value = from[variable] ?? ''
  if (value.trim() === '') return 'VARIABLE_EMPTY'
  if (/^[\s"'`“”‘’「」]|[\s"'`“”‘’「」]$/.test(value)) return 'VARIABLE_QUOTED'
  // The one that can be in order by itself, and a problem beside another.
  const isRegion = variable === 'NEXT_PUBLIC_AWS_COGNITO_REGION' && required[0].pattern.test(value)
  return isRegion ? 'REGION_POOL_MISMATCH' : 'VARIABLE_MALFORMED'
}

/** Where in this repository a problem is explained. */
export const docsOf = (problem: Problem, from = environment) =>
  `docs/doctor.md#${codeOf(problem, from).toLowerCase()}`

function lengthAlone(minLength: number): NonNullable<SignInConfiguration['passwordFormat']> {
  return {
    minLength,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: false,
    requireSpecialCharacters: false,
  }
}

/** Amplify takes the region from the pool ID, so a region that says otherwise is a mistake in one of the two. */
function disagreement(
  {
    NEXT_PUBLIC_AWS_COGNITO_REGION: region = '',
    NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: pool = '',
  }: Environment,
  malformed: readonly Problem[],
): readonly Problem[] {
  const unreadable = malformed.some(({ variable }) => variable !== 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID')
  if (unreadable || pool.startsWith(`${region}_`)) return []
  const ofPool = pool.slice(0, pool.indexOf('_'))
  return [
    {
      variable: 'NEXT_PUBLIC_AWS_COGNITO_REGION',
      what: `is “${region}”, but NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID is “${pool}”, a user pool in ${ofPool}`,
      cure: `Set NEXT_PUBLIC_AWS_COGNITO_REGION to ${ofPool}, or take the ID of a user pool in ${region}.`,
    },
  ]
}

function factorsOf({
  NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: factors = '',
}: Environment): readonly string[] {
  return factors
    .split(',')
    .map((factor) => factor.trim())
    .filter((factor) => factor !== '')
}

function passwordlessOf(factors: readonly string[]): NonNullable<SignInConfiguration['passwordless']> {
  return {
    emailOtpEnabled: factors.includes('EMAIL_OTP'),
    smsOtpEnabled: factors.includes('SMS_OTP'),
    ...(factors.includes('WEB_AUTHN') && { webAuthn: {} }),
  }
}

function isAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
