import { expect, test } from 'vitest'
import { authenticatorName } from './authenticators.ts'

const unknown = '00000000-0000-0000-0000-000000000000'

test.each([
  ['fbfc3007-154e-4ecc-8c0b-6e020557d7bd', 'platform', 'Apple Passwords'],
  ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', 'platform', 'Google Password Manager'],
  ['adce0002-35bc-c60a-648b-0b25f1f05503', null, 'Chrome on Mac'],
  ['08987058-cadc-4b81-b6e1-30de50dcbe96', 'platform', 'Windows Hello'],
  ['9ddd1817-af5a-4672-a2b9-3e3dd95000a9', 'platform', 'Windows Hello'],
  ['6028b017-b1d4-4c02-b4b3-afcdafc96bb2', 'platform', 'Windows Hello'],
  ['bada5566-a7aa-401f-bd96-45619a55120d', 'platform', '1Password'],
  ['d548826e-79b4-db40-a3d8-11116f7e8349', 'cross-platform', 'Bitwarden'],
  ['531126d6-e717-415c-9320-3d9aa6981239', 'platform', 'Dashlane'],
  [unknown, 'cross-platform', 'Security key'],
  [unknown, 'platform', 'Passkey'],
  [unknown, null, 'Passkey'],
])('a passkey of %s, attached as %s, is called %s', (aaguid, attachment, name) => {
  expect(authenticatorName(aaguid, attachment)).toBe(name)
})
