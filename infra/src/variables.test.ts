import { expect, test } from 'vitest'
import { withVariables } from './variables.ts'

const outputs = {
  Region: 'ap-northeast-1',
  UserPoolId: 'ap-northeast-1_AbCdEfGhI',
  ClientId: '0123456789abcdefghijklmnop',
  ApiUrl: 'https://abc.execute-api.ap-northeast-1.amazonaws.com/',
  PasswordMinLength: '12',
  SiteUrl: 'https://d111111abcdef8.cloudfront.net/',
}

test('the variables of the build are what was deployed', () => {
  expect(withVariables('', outputs)).toBe(`NEXT_PUBLIC_AWS_COGNITO_REGION=ap-northeast-1
NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID=ap-northeast-1_AbCdEfGhI
NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID=0123456789abcdefghijklmnop
NEXT_PUBLIC_API_URL=https://abc.execute-api.ap-northeast-1.amazonaws.com/
NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH=12
NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS=
NEXT_PUBLIC_AWS_COGNITO_DOMAIN=
NEXT_PUBLIC_AWS_COGNITO_ENDPOINT=
`)
})

test('a second deployment changes its own variables and keeps the others', () => {
  const file = withVariables('# mine\nNEXT_PUBLIC_COLOUR=blue\n', outputs)
  const changed = withVariables(file, { ...outputs, ClientId: 'other', Domain: 'https://x.auth.example.com' })
  expect(changed).toMatch(/^# mine\nNEXT_PUBLIC_COLOUR=blue\n/)
  expect(changed.match(/CLIENT_ID=.*/g)).toEqual(['CLIENT_ID=other'])
  expect(changed).toContain('\nNEXT_PUBLIC_AWS_COGNITO_DOMAIN=x.auth.example.com\n')
})

test('an output that is missing is named', () => {
  const { UserPoolId: _, ...incomplete } = outputs
  expect(() => withVariables('', incomplete)).toThrow('The stack has no output UserPoolId.')
})
