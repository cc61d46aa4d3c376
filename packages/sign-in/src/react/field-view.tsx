'use client'

import { causeOf, isAbout } from '../failures/cause'
import type { Failure } from '../failures/failure'
import type { Field, Problem } from '../fields/field'
import { useMessages } from './context'
import { hintOf, labelOf } from './label-of'
import { PasswordInput } from './password-input'

interface FieldViewProps {
  readonly id: string
  readonly name: string
  readonly field: Field
  /** What stands in it at first. */
  readonly value: string
  readonly problem: Problem | undefined
  readonly busy: boolean
  /** The refusal of the whole form, which may be about this field. */
  readonly summary: { readonly id: string; readonly failure: Failure | undefined }
}

/** A label above, a hint between, the input, and what is wrong with it below. */
export function FieldView({ id, name, field, value, problem, busy, summary }: FieldViewProps) {
  const messages = useMessages()
  const hint = hintOf(field, messages)
  const refused = summary.failure !== undefined && isAbout(causeOf(summary.failure), name)
  const describedBy = [
    hint && `${id}hint`,
    field.view === 'newPassword' && `${id}rules`,
    problem && `${id}problem`,
    refused && summary.id,
  ].filter(Boolean)
  const attributes = {
    ...field.input,
    id,
    name,
    defaultValue: value,
    required: true,
    'aria-invalid': problem !== undefined || refused,
    ...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') }),
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {labelOf(field, messages)}
        {/* The input itself says that it is required. */}
        <span className="required" aria-hidden="true">
          {messages.required}
        </span>
      </label>
      {hint && (
        <p id={`${id}hint`} className="hint">
          {hint}
        </p>
      )}
      {field.view === 'text' || field.view === 'code' ? (
        <input
          {...attributes}
          className={field.view}
          onBlur={({ currentTarget }) => {
            currentTarget.value = field.normalise(currentTarget.value)
          }}
        />
      ) : (
        <PasswordInput attributes={attributes} busy={busy} checklist={field.view === 'newPassword'} />
      )}
      {problem && (
        <p id={`${id}problem`} className="problem">
          {messages.problems[problem](labelOf(field, messages))}
        </p>
      )}
    </div>
  )
}
