import type { Field, InputHints } from './field'
import { unmetRules } from './password-policy'

const input: InputHints = { type: 'password', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false }

/** A password is what was typed, to the last space and in whatever width: anything else would lock people out. */
function asTyped(typed: string): string {
  return typed
}

/** The password that somebody has. Its form is not looked at: it may be older than the policy. */
export const currentPassword: Field = {
  label: 'password',
  view: 'password',
  input: { ...input, autoComplete: 'current-password' },
  normalise: asTyped,
  check: () => undefined,
}

/** The same, asked for beside a new one. */
export const oldPassword: Field = { ...currentPassword, label: 'oldPassword' }

/** A password that somebody chooses, with the pool's rules below it. */
export const newPassword: Field = {
  label: 'newPassword',
  view: 'newPassword',
  input: { ...input, autoComplete: 'new-password' },
  normalise: asTyped,
  check: (value, format) => (unmetRules(value, format).length > 0 ? 'policyUnmet' : undefined),
}

/** Whether full-width characters are in a password, which its dots hide: allowed, but seldom meant. */
export function hasFullWidth(password: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    password,
  )
}
