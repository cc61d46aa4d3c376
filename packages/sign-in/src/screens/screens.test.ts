import { expect, test } from 'vitest'
import { screens } from '.'
import type { Screen } from './screen'

const all: readonly (readonly [string, Screen])[] = Object.entries(screens)

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
