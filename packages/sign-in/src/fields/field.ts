import type { InputHTMLAttributes } from 'react'
import type { PasswordFormat } from './password-policy'

/** Why a value cannot be sent as it is. */
export type Problem = 'missing' | 'emailMalformed' | 'codeMalformed' | 'phoneMalformed' | 'policyUnmet'

/** The fields that have a label in every language; attributes of the user have theirs besides. */
export type FieldLabel =
  | 'email'
  | 'password'
  | 'oldPassword'
  | 'newPassword'
  | 'code'
  | 'mfaCode'
  | 'mfaEmail'
  | 'answer'

/** How a browser, a phone's keyboard and a password manager are told what an input is for. */
export type InputHints = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'autoCapitalize' | 'autoCorrect' | 'spellCheck'
>

/** A kind of field: what it asks, how it is drawn, what is made of the value that was typed. */
export interface Field {
  /** A label of the messages, or the name of a user attribute. */
  readonly label: FieldLabel | { readonly attribute: string }
  /** `newPassword` is a password with the checklist below it. */
  readonly view: 'text' | 'code' | 'password' | 'newPassword'
  readonly input: InputHints
  /** What is sent, and shown once the field is left. */
  normalise(typed: string): string
  /** Looks at a value that is there; an empty one is missing whatever its kind. */
  check(value: string, format: PasswordFormat): Problem | undefined
}

const dashes = /[\u2010-\u2015\u2212\u30fc]/g
const blanks = /[\s\u200b-\u200d\u2060\ufeff]/g

/** What an input method left on makes of Latin input, undone: full-width forms, long-vowel marks for hyphens, spaces. */
export function normaliseAscii(typed: string): string {
  return typed.normalize('NFKC').replace(blanks, '').replace(dashes, '-')
}
