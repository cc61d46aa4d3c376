import { describe, expect, test } from 'vitest'
import { authFlowTypeOf, beginsWithPassword, needsPassword, requiredAttributes } from './configuration'

const pool = { userPoolId: 'ap-northeast-1_AbCdEfGhI', userPoolClientId: 'client' }

test('sign-up asks for every required attribute but the e-mail address, which it asks for anyway', () => {
  const userAttributes = {
    email: { required: true },
    name: { required: true },
    nickname: { required: false },
  }
  expect(requiredAttributes({ ...pool, userAttributes })).toEqual(['name'])
  expect(requiredAttributes(pool)).toEqual([])
})

describe('a sign-in begins', () => {
  const byMail = { emailOtpEnabled: true }
  const byPasskey = { webAuthn: {} }

  test.each([
    ['by the proof of the password', {}, 'USER_SRP_AUTH', true],
    ['by a choice, where there is one', { passwordless: byMail }, 'USER_AUTH', false],
    ['by a choice, where one is asked for', { authFlowType: 'USER_AUTH' }, 'USER_AUTH', false],
    [
      'by the password, where it is asked for',
      { passwordless: byMail, authFlowType: 'USER_SRP_AUTH' },
      'USER_SRP_AUTH',
      true,
    ],
    ['by the password as it is', { authFlowType: 'USER_PASSWORD_AUTH' }, 'USER_PASSWORD_AUTH', true],
    [
      'by the password, before the triggers ask',
      { authFlowType: 'CUSTOM_WITH_SRP' },
      'CUSTOM_WITH_SRP',
      true,
    ],
    ['by what the triggers ask', { authFlowType: 'CUSTOM_WITHOUT_SRP' }, 'CUSTOM_WITHOUT_SRP', false],
  ] as const)('%s', (_how, settings, flow, withPassword) => {
    expect(authFlowTypeOf({ ...pool, ...settings })).toBe(flow)
    expect(beginsWithPassword({ ...pool, ...settings })).toBe(withPassword)
  })

  test('without a password only where a code does as well', () => {
    expect(needsPassword(pool)).toBe(true)
    expect(needsPassword({ ...pool, passwordless: byMail })).toBe(false)
    expect(needsPassword({ ...pool, passwordless: byPasskey })).toBe(true)
    expect(needsPassword({ ...pool, passwordless: byMail, authFlowType: 'USER_SRP_AUTH' })).toBe(true)
    expect(needsPassword({ ...pool, authFlowType: 'CUSTOM_WITHOUT_SRP' })).toBe(true)
  })
})
