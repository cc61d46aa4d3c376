'use client'

import { type FormEvent, type ReactNode, useEffect, useId } from 'react'
import type { Cause } from '../failures/cause'
import { ErrorSummary } from '../react/error-summary'
import { FieldView } from '../react/field-view'
import { type NamedFields, useFields } from '../react/use-fields'
import { useAccountMessages } from './messages'
import type { Task } from './use-task'

interface AccountFormProps {
  readonly fields: NamedFields
  /** What stands in the fields at first. */
  readonly values?: Readonly<Record<string, string>>
  readonly task: Task
  readonly submit: string
  readonly onSubmit: (values: Record<string, string>) => void
  /** Present where the form was opened by a press. */
  readonly onCancel?: () => void
  readonly instead?: Partial<Readonly<Record<Cause, string>>>
  /** Drawn above the fields. */
  readonly children?: ReactNode
}

/** A form of the account page: takes the focus when it is opened, and says what is wrong above its fields. */
export function AccountForm(props: AccountFormProps) {
  const { fields, values = {}, task, submit, onSubmit, onCancel, instead, children } = props
  const { cancel, busy: busyText } = useAccountMessages()
  const id = useId()
  const { problems, ready, attributes } = useFields(fields)
  const { busy, failure } = task
  const { ref: form } = attributes
  const opened = onCancel !== undefined

  useEffect(() => {
    if (opened) form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus()
  }, [opened, form])

  function send(event: FormEvent) {
    event.preventDefault()
    const typed = busy ? undefined : ready()
    if (typed) onSubmit(typed)
  }

  return (
    <form {...attributes} aria-busy={busy} onSubmit={send}>
      {children}
      <ErrorSummary
        id={`${id}summary`}
        formId={id}
        failure={failure}
        problems={problems}
        fields={fields}
        instead={instead}
      />
      {fields.map(([name, field]) => (
        <FieldView
          key={name}
          id={`${id}${name}`}
          name={name}
          field={field}
          value={values[name] ?? ''}
          problem={problems[name]}
          busy={busy}
          summary={{ id: `${id}summary`, failure }}
        />
      ))}
      <div className="actions">
        <button type="submit" className="primary" aria-disabled={busy}>
          {busy && <span className="spinner" aria-hidden="true" />}
          {busy ? busyText : submit}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {cancel}
          </button>
        )}
      </div>
    </form>
  )
}
