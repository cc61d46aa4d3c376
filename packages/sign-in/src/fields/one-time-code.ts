import { type Field, normaliseAscii } from './field'

/** Digits only: full-width digits become half-width, the spaces and hyphens that people and mails put between them go. */
export function normaliseCode(typed: string): string {
  return normaliseAscii(typed).replaceAll('-', '')
}

/**
 * A code that was sent, to show that an address is one's own. One text field without a maximal length: a pasted "１２３ ４５６" would lose its last digit
 * before the space could be taken out of it, and `type=number` would take "1e5".
 */
export const oneTimeCode: Field = {
  label: 'code',
  view: 'code',
  input: {
    type: 'text',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
  },
  normalise: normaliseCode,
  check: (value) => (/^\d+$/.test(value) ? undefined : 'codeMalformed'),
}

/** The code of a second factor: sent, or shown by an authenticator app. */
export const mfaCode: Field = { ...oneTimeCode, label: 'mfaCode' }
