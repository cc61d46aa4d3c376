import type { Field } from './field'

/** The answer to a question of the pool's own: only its trigger knows what it may look like, so it is sent as it is typed. */
export const answer: Field = {
  label: 'answer',
  view: 'text',
  input: { type: 'text', autoComplete: 'off', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false },
  normalise: (typed) => typed,
  check: () => undefined,
}
