import { first } from './0001-first.ts'
import { secondFactors } from './0002-second-factors.ts'
import { devices } from './0003-devices.ts'
import { passkeys } from './0004-passkeys.ts'
import { wholeApi } from './0005-whole-api.ts'
import { messages } from './0006-messages.ts'
import { formerPasswords } from './0007-former-passwords.ts'
import { oauth } from './0008-oauth.ts'
import { lookups } from './0009-lookups.ts'

/** In the order they are applied; a database remembers how many it has seen. Never change one that was released. */
export const migrations: readonly string[] = [
  first,
  secondFactors,
  devices,
  passkeys,
  wholeApi,
  messages,
  formerPasswords,
  oauth,
  lookups,
]
