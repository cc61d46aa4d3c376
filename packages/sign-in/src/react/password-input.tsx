'use client'

import { type InputHTMLAttributes, type KeyboardEvent, useRef, useState } from 'react'
import { hasFullWidth } from '../fields/password'
import { useMessages } from './context'
import { PasswordRules } from './password-rules'

interface PasswordInputProps {
  readonly attributes: InputHTMLAttributes<HTMLInputElement> & { readonly id: string }
  readonly busy: boolean
  /** Shows the pool's rules, and which of them are met. */
  readonly checklist: boolean
}

/** A password: can be shown, and warns of what its dots hide. It never changes what was typed. */
export function PasswordInput({ attributes, busy, checklist }: PasswordInputProps) {
  const { password } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(String(attributes.defaultValue ?? ''))
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  // On sending, it is a password field again: that is what a password manager looks for.
  if (busy && shown) setShown(false)

  function toggle() {
    const { selectionStart = null, selectionEnd = null } = input.current ?? {}
    setShown(!shown)
    // Changing the type throws the caret to one end; it goes back once the type has changed.
    requestAnimationFrame(() => input.current?.setSelectionRange(selectionStart, selectionEnd))
  }

  function watchCapsLock(event: KeyboardEvent) {
    setCapsLock(event.getModifierState('CapsLock'))
  }

  return (
    <>
      <div className="password">
        <input
          {...attributes}
          ref={input}
          type={shown ? 'text' : 'password'}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
        />
        <button
          type="button"
          className="reveal"
          aria-label={password.show}
          aria-pressed={shown}
          aria-controls={attributes.id}
          // The focus, and on a phone the keyboard, stays in the field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={toggle}
        >
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
            <circle cx="12" cy="12" r="3" />
            {!shown && <path d="M4 4l16 16" />}
          </svg>
        </button>
      </div>
      <div role="status" className="warning">
        {capsLock && <p>{password.capsLock}</p>}
        {hasFullWidth(typed) && <p>{password.fullWidth}</p>}
      </div>
      {checklist && <PasswordRules id={`${attributes.id}rules`} password={typed} />}
    </>
  )
}
