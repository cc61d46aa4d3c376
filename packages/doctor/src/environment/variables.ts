/** The variables that a page of this kind is configured by. */
export const variableNames = [
  'NEXT_PUBLIC_AWS_COGNITO_REGION',
  'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID',
  'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID',
  'NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS',
  'NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH',
  'NEXT_PUBLIC_AWS_COGNITO_DOMAIN',
  'NEXT_PUBLIC_AWS_COGNITO_ENDPOINT',
  'NEXT_PUBLIC_API_URL',
] as const

export type VariableName = (typeof variableNames)[number]

/** Those that nothing works without. */
export const requiredNames = variableNames.slice(0, 3)

const isAddress = (value: string) => /^https?:$/.test(URL.parse(value)?.protocol ?? '')

/** Cognito's names of what a sign-in may begin with. */
const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

const region = '[a-z]{2}(-[a-z]+)+-\\d'

/** What a value has to look like, and one that does. */
export const forms: Readonly<Record<VariableName, { fits(value: string): boolean; example: string }>> = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: {
    fits: (value) => new RegExp(`^${region}$`).test(value),
    example: 'ap-northeast-1',
  },
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: {
    fits: (value) => new RegExp(`^${region}_[0-9a-zA-Z]+$`).test(value),
    example: 'ap-northeast-1_AbCdEfGhI',
  },
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: {
    // documented: a client secret has 24 characters at least. assumed: one that Cognito makes has about 51, an ID 26.
    fits: (value) => /^\w{1,40}$/.test(value),
    example: '0123456789abcdefghijklmnop',
  },
  NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: {
    fits: (value) => factorsOf(value).every((factor) => firstFactors.includes(factor)),
    example: 'EMAIL_OTP,WEB_AUTHN',
  },
  NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: {
    // documented: PasswordPolicyMinLengthType of the API model.
    fits: (value) => /^\d{1,2}$/.test(value) && Number(value) >= 6,
    example: '12',
  },
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: {
    fits: (value) => /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(value),
    example: 'shop.auth.ap-northeast-1.amazoncognito.com',
  },
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: { fits: isAddress, example: 'http://localhost:9339' },
  NEXT_PUBLIC_API_URL: { fits: isAddress, example: 'https://api.example.com/' },
}

/** A value as it may be shown: what is too long for an ID may be a secret that was taken for one. */
export const shown = (value: string) =>
  value.replace(/[A-Za-z0-9]{41,}/g, (run) => `${run.slice(0, 3)}… (${run.length})`)

/** The first factors that a list with commas names. */
export function factorsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((factor) => factor.trim())
    .filter((factor) => factor !== '')
}

/** The value without the quotes and spaces around it, straight or typographic, that belong to no value. */
export function withoutQuotes(value: string): string {
  return value.replace(/^[\s"'`“”‘’「」]+|[\s"'`“”‘’「」]+$/g, '')
}
