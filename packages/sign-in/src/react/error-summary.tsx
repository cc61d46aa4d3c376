'use client'

import { useEffect, useRef } from 'react'
import { type Cause, causeOf } from '../failures/cause'
import type { Failure } from '../failures/failure'
import type { Field, Problem } from '../fields/field'
import { useMessages } from './context'
import { labelOf } from './label-of'

interface ErrorSummaryProps {
  readonly id: string
  readonly formId: string
  readonly failure: Failure | undefined
  readonly problems: Readonly<Record<string, Problem>>
  readonly fields: readonly (readonly [string, Field])[]
  /** What to say instead, where the place makes a cause mean something more particular. */
  readonly instead?: Partial<Readonly<Record<Cause, string>>> | undefined
}

/** What went wrong, above the form: takes the focus when it appears, and leads to each field it is about. */
export function ErrorSummary({ id, formId, failure, problems, fields, instead = {} }: ErrorSummaryProps) {
  const messages = useMessages()
  const summary = useRef<HTMLDivElement>(null)
  const wrong = fields.filter(([name]) => problems[name])

  // Each refusal is a new object, also one that says the same again.
  useEffect(() => {
    if (failure || Object.keys(problems).length > 0) summary.current?.focus()
  }, [failure, problems])

  if (wrong.length > 0) {
    return (
      <div ref={summary} id={id} className="notice failure" role="alert" tabIndex={-1}>
        <p>{messages.summary(wrong.length)}</p>
        <ul>
          {wrong.map(([name, field]) => (
            <li key={name}>
              <a
                href={`#${formId}${name}`}
                onClick={(event) => {
                  // The address stays as it is: a fragment in it would be a page in the history.
                  event.preventDefault()
                  document.getElementById(`${formId}${name}`)?.focus()
                }}
              >
                {messages.problems[problems[name] ?? 'missing'](labelOf(field, messages))}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (!failure) return null
  const cause = causeOf(failure)
  return (
    <div ref={summary} id={id} className="notice failure" role="alert" tabIndex={-1}>
      <p>{instead[cause] ?? messages.failures[cause](failure)}</p>
      {cause === 'unexpected' && failure.requestId && (
        <p className="hint">{messages.requestId(failure.requestId)}</p>
      )}
    </div>
  )
}
