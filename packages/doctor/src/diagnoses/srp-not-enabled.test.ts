import { expect, test } from 'vitest'
import { SRP_NOT_ENABLED } from './srp-not-enabled.ts'

test('the command gives ALLOW_REFRESH_TOKEN_AUTH only to clients whose refresh tokens do not rotate', () => {
  const { command, example } = SRP_NOT_ENABLED
  const [, always, whereRotating, otherwise] =
    /\+= (\[.*?\]) \+ \(if \.RefreshTokenRotation\.Feature == "ENABLED" then (\[.*?\]) else (\[.*?\]) end\)/.exec(
      command?.(example) ?? '',
    ) ?? []
  expect([always, whereRotating, otherwise]).toEqual([
    '["ALLOW_USER_SRP_AUTH"]',
    '[]',
    '["ALLOW_REFRESH_TOKEN_AUTH"]',
  ])
})
