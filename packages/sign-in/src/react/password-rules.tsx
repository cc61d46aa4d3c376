'use client'

import { passwordFormatOf, rulesOf, unmetRules } from '../fields/password-policy'
import { useEntrance, useMessages } from './context'

/** The pool's rules, before anything is typed, ticked off one by one as it is. */
export function PasswordRules({ id, password }: { readonly id: string; readonly password: string }) {
  const { configuration } = useEntrance()
  const messages = useMessages().password
  const format = passwordFormatOf(configuration)
  const rules = rulesOf(format)
  const unmet = unmetRules(password, format)
  return (
    <div className="rules">
      <div id={id}>
        <p>{messages.rules}</p>
        <ul>
          {rules.map((rule) => {
            const isMet = !unmet.includes(rule)
            return (
              <li key={rule} data-met={isMet}>
                <span className="unseen">{isMet ? messages.met : messages.unmet}</span>
                {messages.rule[rule](format)}
              </li>
            )
          })}
        </ul>
      </div>
      {/* Heard while typing: the count, only when it changes, instead of the whole list. */}
      <p className="unseen" role="status">
        {password && messages.progress(rules.length - unmet.length, rules.length)}
      </p>
    </div>
  )
}
