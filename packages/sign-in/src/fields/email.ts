import { type Field, normaliseAscii } from './field'

/** Full-width letters, at signs and full stops become half-width; spaces go; letters become small, as Cognito compares them. */
export function normaliseEmail(typed: string): string {
  return normaliseAscii(typed).replaceAll('。', '.').toLowerCase()
}

/** The e-mail address, which is the user name of the pool. */
export const email: Field = {
  label: 'email',
  view: 'text',
  // `username` is what a password manager keys its entry by; `type` tells the phone which keyboard to show.
  input: {
    type: 'email',
    autoComplete: 'username',
    inputMode: 'email',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
  },
  normalise: normaliseEmail,
  check: (value) => (/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value) ? undefined : 'emailMalformed'),
}

/** The same where a passkey may take the place of a password: a password manager may offer either. */
export const emailOrPasskey: Field = {
  ...email,
  input: { ...email.input, autoComplete: 'username webauthn' },
}

/** An address that codes are sent to. A password manager must not take it for the user name. */
export const mfaEmail: Field = {
  ...email,
  label: 'mfaEmail',
  input: { ...email.input, autoComplete: 'email' },
}

/** The form in which Cognito shows where it sent a code: `j***@e***`. */
export function maskedEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`
}
