import { html, raw } from 'hono/html'
import type { PasswordPolicy } from '../core/password-policy.ts'
import type { UserPool } from '../domain/user-pools.ts'
import type { Topic } from './failures.ts'
import type { Markup } from './frame.ts'
import type { Texts } from './texts/texts.ts'
import type { Form, Problem } from './visit.ts'

/** What a form asks for. */
export interface Field {
  readonly name: string
  readonly label: string
  /** How the browser, a phone's keyboard and a password manager are told what it is for. */
  readonly input: Readonly<Record<string, string>>
  readonly value?: string | undefined
  readonly hint?: Markup | string
  readonly isOptional?: boolean
  readonly topic?: Topic
}

/** A field with what was typed into it before, unless that is a password or a code. */
export function filled(field: Field, typed: Form): Field {
  const { type, autocomplete } = field.input
  const isSecret = type === 'password' || autocomplete === 'one-time-code'
  return isSecret ? field : { ...field, value: typed[field.name] ?? field.value }
}

const asTyped = { autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false' }

/**
 * Draws the fields of a form. The cursor is in the one that the problem is about, else in the first that is empty; a
 * screen reader says the problem with it.
 */
export function drawFields(fields: readonly Field[], problem?: Problem): Markup {
  const focused =
    fields.find(({ topic }) => topic !== undefined && topic === problem?.topic) ??
    fields.find(({ value }) => !value)
  return html`${fields.map((field) => drawField(field, field === focused, problem))}`
}

function drawField(field: Field, isFocused: boolean, problem: Problem | undefined): Markup {
  const { name, label, input, value, hint, isOptional = false, topic } = field
  const id = name.replaceAll(/\W/g, '-')
  const isWrong = topic !== undefined && topic === problem?.topic
  const described = [
    problem && (isFocused || isWrong) && 'problem',
    hint !== undefined && `${id}-hint`,
  ].filter(Boolean)
  const attributes = Object.entries({
    ...input,
    ...(value && { value }),
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(isWrong && { 'aria-invalid': 'true' }),
  }).map(([key, text]) => html` ${raw(key)}="${text}"`)
  const flags = raw(`${isOptional ? '' : ' required'}${isFocused ? ' autofocus' : ''}`)
  return html`<div class="field">
<label for="${id}">${label}</label>
<input id="${id}" name="${name}"${attributes}${flags}>
${hint !== undefined ? html`<div class="hint" id="${id}-hint">${hint}</div>` : ''}
</div>`
}

/** What names a user at sign-in. A keyboard's full-width characters are taken too, which `type=email` refuses. */
export function usernameField(text: Texts, pool: UserPool, value?: string, isNew = false): Field {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool
  const [only, another] = UsernameAttributes
  const label = another
    ? text.labels.emailOrPhone
    : only === 'email'
      ? text.labels.email
      : only === 'phone_number'
        ? text.labels.phone
        : AliasAttributes.length > 0 && !isNew
          ? text.labels.alias
          : text.labels.username
  const inputmode = another || !only ? 'text' : only === 'email' ? 'email' : 'tel'
  return {
    name: 'username',
    label,
    input: { type: 'text', autocomplete: 'username', inputmode, ...asTyped },
    value,
    topic: 'username',
  }
}

export const passwordField = (text: Texts): Field => ({
  name: 'password',
  label: text.labels.password,
  input: { type: 'password', autocomplete: 'current-password', ...asTyped },
})

/** A password that somebody chooses, with the pool's rules below it. */
export function newPasswordField(text: Texts, { Policies }: UserPool, name = 'newPassword'): Field {
  return {
    name,
    label: name === 'password' ? text.labels.password : text.labels.newPassword,
    input: { type: 'password', autocomplete: 'new-password', ...asTyped },
    hint: rules(text, Policies?.PasswordPolicy ?? {}),
    topic: 'newPassword',
  }
}

function rules({ rules: text }: Texts, policy: PasswordPolicy): Markup {
  const lines = [
    text.length(policy.MinimumLength ?? 6),
    policy.RequireUppercase && text.uppercase,
    policy.RequireLowercase && text.lowercase,
    policy.RequireNumbers && text.numbers,
    policy.RequireSymbols && text.symbols,
  ].filter((line) => typeof line === 'string')
  return html`${text.title}<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

export const codeField = (text: Texts): Field => ({
  name: 'code',
  label: text.labels.code,
  input: { type: 'text', autocomplete: 'one-time-code', inputmode: 'numeric', ...asTyped },
  hint: text.labels.digits,
  topic: 'code',
})

export const emailField = (text: Texts, value?: string): Field => ({
  name: 'email',
  label: text.labels.email,
  input: { type: 'text', autocomplete: 'email', inputmode: 'email', ...asTyped },
  value,
  topic: 'username',
})

// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
const attributeInputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  email: { type: 'text', autocomplete: 'email', inputmode: 'email', ...asTyped },
  phone_number: { type: 'tel', autocomplete: 'tel' },
  name: { type: 'text', autocomplete: 'name' },
  family_name: { type: 'text', autocomplete: 'family-name' },
  given_name: { type: 'text', autocomplete: 'given-name' },
  middle_name: { type: 'text', autocomplete: 'additional-name' },
  nickname: { type: 'text', autocomplete: 'nickname' },
  birthdate: { type: 'date', autocomplete: 'bday' },
  gender: { type: 'text', autocomplete: 'sex' },
  address: { type: 'text', autocomplete: 'street-address' },
  website: { type: 'url', autocomplete: 'url' },
  locale: { type: 'text', autocomplete: 'language' },
}

const prefix = 'userAttributes.'

/** An attribute of the user, named as the answer to NEW_PASSWORD_REQUIRED names it. */
export function attributeField(text: Texts, name: string, value?: string): Field {
  return {
    name: `${prefix}${name}`,
    label: text.attributes[name] ?? name.replace(/^custom:/, ''),
    input: attributeInputs[name] ?? { type: 'text' },
    value,
    ...(name === 'phone_number' && { hint: text.labels.phoneForm }),
  }
}

/** The names of the attributes that a form has. */
export const attributesIn = (form: Readonly<Record<string, string>>) =>
  Object.keys(form).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
