import { isEmail, isPhoneNumber } from '../core/schema.ts'

const dashes = /[\u2010-\u2015\u2212\u30fc]/g
const blanks = /[\s\u200b-\u200d\u2060\ufeff]/g

/** What an input method left on makes of Latin input, undone: full-width forms, long-vowel marks for hyphens, spaces. */
function asciiOf(typed: string): string {
  return typed.normalize('NFKC').replace(blanks, '').replace(dashes, '-')
}

// differs: full-width forms of codes, addresses and phone numbers are taken for what they mean.

/** A code as it was sent: people type it full-width, and in groups. */
export const codeOf = (typed = '') => asciiOf(typed).replaceAll('-', '')

export const emailOf = (typed = '') => asciiOf(typed).replaceAll('。', '.')

/** A phone number in the one form that Cognito takes. */
export const phoneOf = (typed = '') => asciiOf(typed).replace(/[-()]/g, '')

/** What names a user: an e-mail address or a phone number, however typed; any other name is what it is. */
export function loginOf(typed = ''): string {
  const [email, phone] = [emailOf(typed), phoneOf(typed)]
  return isEmail(email) ? email : isPhoneNumber(phone) ? phone : typed.trim()
}

export function attributeOf(name: string, typed = ''): string {
  return name === 'email' ? emailOf(typed) : name === 'phone_number' ? phoneOf(typed) : typed.trim()
}
