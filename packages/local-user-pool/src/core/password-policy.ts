/** The password policy of a user pool, as the API spells it. */
export interface PasswordPolicy {
  readonly MinimumLength?: number | undefined
  readonly RequireUppercase?: boolean | undefined
  readonly RequireLowercase?: boolean | undefined
  readonly RequireNumbers?: boolean | undefined
  readonly RequireSymbols?: boolean | undefined
}

// documented: the symbols that count (and a space that is neither first nor last).
const symbols = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|(?<=.) (?=.)/

// observed: the five texts, in many public code bases; the order (length first) is assumed.
const rules: readonly (readonly [string, (password: string, policy: PasswordPolicy) => boolean])[] = [
  ['Password not long enough', (password, policy) => password.length >= (policy.MinimumLength ?? 6)],
  [
    'Password must have uppercase characters',
    (p, { RequireUppercase }) => !RequireUppercase || /[A-Z]/.test(p),
  ],
  [
    'Password must have lowercase characters',
    (p, { RequireLowercase }) => !RequireLowercase || /[a-z]/.test(p),
  ],
  ['Password must have numeric characters', (p, { RequireNumbers }) => !RequireNumbers || /[0-9]/.test(p)],
  ['Password must have symbol characters', (p, { RequireSymbols }) => !RequireSymbols || symbols.test(p)],
]

/** The first rule of the policy that the password breaks, in Cognito's words; undefined where it keeps all. */
export function brokenRule(password: string, policy: PasswordPolicy): string | undefined {
  return rules.find(([, isKept]) => !isKept(password, policy))?.[0]
}
