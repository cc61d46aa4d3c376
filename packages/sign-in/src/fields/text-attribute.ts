import { type Field, type InputHints, normaliseAscii } from './field'

// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
const hints = new Map<string, InputHints>([
  ['name', { autoComplete: 'name' }],
  ['family_name', { autoComplete: 'family-name' }],
  ['given_name', { autoComplete: 'given-name' }],
  ['middle_name', { autoComplete: 'additional-name' }],
  ['nickname', { autoComplete: 'nickname' }],
  ['birthdate', { autoComplete: 'bday', type: 'date' }],
  ['gender', { autoComplete: 'sex' }],
  ['address', { autoComplete: 'street-address' }],
  ['website', { autoComplete: 'url', type: 'url', inputMode: 'url' }],
  ['locale', { autoComplete: 'language' }],
  ['phone_number', { autoComplete: 'tel', type: 'tel', inputMode: 'tel' }],
])

/** A standard or custom attribute of the user, such as `name`. */
export function textAttribute(attribute: string): Field {
  const isPhone = attribute === 'phone_number'
  return {
    label: { attribute },
    view: 'text',
    input: { type: 'text', ...hints.get(attribute) },
    normalise: isPhone ? (typed) => normaliseAscii(typed).replace(/[-()]/g, '') : (typed) => typed.trim(),
    // E.164, the only form that Cognito takes.
    check: (value) => (isPhone && !/^\+\d{6,15}$/.test(value) ? 'phoneMalformed' : undefined),
  }
}
