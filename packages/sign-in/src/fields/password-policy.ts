import type { SignInConfiguration } from '../configuration'

/** Which passwords the pool takes, in Amplify's words. */
export type PasswordFormat = Required<NonNullable<SignInConfiguration['passwordFormat']>>

/** One line of the checklist. */
export type Rule = keyof PasswordFormat

/** The policy of a user pool for which none was written. */
const cognitoDefault: PasswordFormat = {
  minLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSpecialCharacters: true,
}

// Cognito counts exactly these as symbols, and a space only inside the password.
// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
const symbol = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|\S +\S/

const met: { [R in Rule]: (password: string, format: PasswordFormat) => boolean } = {
  // assumed: Cognito counts UTF-16 units, as Java does.
  minLength: (password, { minLength }) => password.length >= minLength,
  requireLowercase: (password) => /[a-z]/.test(password),
  requireUppercase: (password) => /[A-Z]/.test(password),
  requireNumbers: (password) => /[0-9]/.test(password),
  requireSpecialCharacters: (password) => symbol.test(password),
}

const order = [
  'minLength',
  'requireLowercase',
  'requireUppercase',
  'requireNumbers',
  'requireSpecialCharacters',
] as const satisfies readonly Rule[]

/** The format of the configuration; what it leaves out is as Cognito has it by default. */
export function passwordFormatOf({ passwordFormat }: SignInConfiguration): PasswordFormat {
  return { ...cognitoDefault, ...passwordFormat }
}

/** The rules that apply, in the order in which they are shown. */
export function rulesOf(format: PasswordFormat): readonly Rule[] {
  return order.filter((rule) => format[rule])
}

/** The rules that a password does not meet yet. */
export function unmetRules(password: string, format: PasswordFormat): readonly Rule[] {
  return rulesOf(format).filter((rule) => !met[rule](password, format))
}
