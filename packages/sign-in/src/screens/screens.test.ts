import { describe, expect, test } from 'vitest'
import { screenOf, screens, screensWithoutPassword } from '.'
import { offeredFactors, type Screen } from './screen'

const all: readonly (readonly [string, Screen])[] = [
  ...Object.entries(screens),
  ...Object.entries(screensWithoutPassword),
]

test.each(all.filter(([name]) => name !== 'SIGN_IN'))('%s leads back to the sign-in', (_name, screen) => {
  expect(screen.links.map(({ to }) => to)).toContain('SIGN_IN')
})

test.each(all.filter(([, { help }]) => help))(
  '%s can send another code, or says how to get one',
  (_name, screen) => {
    expect(screen.resend !== undefined).toBe(screen.help === 'mail')
  },
)

test('nobody types an e-mail address twice, or a new password twice', () => {
  for (const [name, { fields }] of all) {
    const views = Object.values(fields).map(({ view }) => view)
    expect(views.filter((view) => view === 'newPassword').length, name).toBeLessThanOrEqual(1)
    if ('code' in fields) expect(Object.keys(fields), name).not.toContain('username')
  }
})

test('sign-up and the first password ask for what only the pool or the step knows', () => {
  const pool = { userPoolId: '', userPoolClientId: '', userAttributes: { nickname: { required: true } } }
  expect(screens.SIGN_UP.attributes?.({ name: 'SIGN_UP' }, pool)).toEqual(['nickname'])
  const name = 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED'
  expect(screens[name].attributes?.({ name, missingAttributes: ['name'] }, pool)).toEqual(['name'])
  expect(screens[name].attributes?.({ name }, pool)).toEqual([])
})

describe('the entrances', () => {
  const pool = { userPoolId: '', userPoolClientId: '' }
  const passwordless = { emailOtpEnabled: true }

  test.each([
    ['ask for the password', pool, 'signIn', 'signUp'],
    ['let choose how to sign in', { ...pool, passwordless }, 'signInByEmail', 'signUpByEmail'],
    ['keep the password where no code is mailed', { ...pool, passwordless: {} }, 'signInByEmail', 'signUp'],
    ['leave it to the triggers', { ...pool, authFlowType: 'CUSTOM_WITHOUT_SRP' }, 'signInByEmail', 'signUp'],
    ['prove it before the triggers ask', { ...pool, authFlowType: 'CUSTOM_WITH_SRP' }, 'signIn', 'signUp'],
    ['follow the developer', { ...pool, passwordless, authFlowType: 'USER_SRP_AUTH' }, 'signIn', 'signUp'],
  ] as const)('%s', (_what, configuration, signIn, signUp) => {
    expect(screenOf('SIGN_IN', configuration).text).toBe(signIn)
    expect(screenOf('SIGN_UP', configuration).text).toBe(signUp)
  })
})

test('a password that can be proved is not offered a second time, to be sent', () => {
  expect(offeredFactors(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'])).toEqual([
    'WEB_AUTHN',
    'PASSWORD_SRP',
    'EMAIL_OTP',
  ])
  expect(offeredFactors(['PASSWORD', 'SMS_OTP', 'SELECT_CHALLENGE'])).toEqual(['PASSWORD', 'SMS_OTP'])
})
