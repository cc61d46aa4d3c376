'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { Field, Problem } from '../fields/field'
import { passwordFormatOf } from '../fields/password-policy'
import { useEntrance } from './context'

/** The fields of a form by name, in their order. */
export type NamedFields = readonly (readonly [string, Field])[]

/** What every form needs around its fields: their values made ready, their problems, and the input method's Enter. */
export function useFields(fields: NamedFields) {
  const { configuration } = useEntrance()
  const form = useRef<HTMLFormElement>(null)
  const composing = useRef(false)
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({})

  function typed(): Record<string, string> {
    const data = form.current ? new FormData(form.current) : new FormData()
    return Object.fromEntries(
      fields.map(([name, field]): [string, string] => [name, field.normalise(String(data.get(name) ?? ''))]),
    )
  }

  function problemsOf(values: Record<string, string>): Record<string, Problem> {
    const format = passwordFormatOf(configuration)
    const found = fields.map(([name, field]): [string, Problem | undefined] => {
      const value = values[name] ?? ''
      return [name, value === '' ? 'missing' : field.check(value, format)]
    })
    return Object.fromEntries(found.filter((entry): entry is [string, Problem] => entry[1] !== undefined))
  }

  return {
    problems,
    /** The values as they stand. */
    typed,
    /** The values to send; undefined where something must be put right first. */
    ready(): Record<string, string> | undefined {
      if (composing.current) return undefined
      const values = typed()
      const found = problemsOf(values)
      const isRight = Object.keys(found).length === 0
      // Nothing to draw where there was nothing wrong before: the form is about to be drawn at work.
      if (!isRight || Object.keys(problems).length > 0) setProblems(found)
      return isRight ? values : undefined
    },
    /** For the `<form>`. */
    attributes: {
      ref: form,
      noValidate: true,
      onKeyDown(event: KeyboardEvent) {
        // Enter that ends a conversion must not send the form. Safari ends the composition before it reports the
        // key, and tells only by the key code 229 that the input method has used it.
        if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229))
          event.preventDefault()
      },
      onCompositionStart() {
        composing.current = true
      },
      onCompositionEnd() {
        composing.current = false
      },
    },
  }
}
