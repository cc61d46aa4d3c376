import { expect, test } from 'vitest'
import { destinationOf, type Step } from './step'

test.each<[Step, string | undefined]>([
  [
    { name: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', codeDeliveryDetails: { destination: 'h***@e***' } },
    'h***@e***',
  ],
  [{ name: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' }, undefined],
  [{ name: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', codeDeliveryDetails: undefined } as unknown as Step, undefined],
  [{ name: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' }, undefined],
  [{ name: 'SIGN_IN', username: 'hanako@example.com' }, undefined],
])('the code of %j went to %s', (step, destination) => {
  expect(destinationOf(step)).toBe(destination)
})
