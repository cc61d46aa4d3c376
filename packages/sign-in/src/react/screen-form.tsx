'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Field } from '../fields/field'
import { textAttribute } from '../fields/text-attribute'
import type { Credentials } from '../gateway'
import type { State } from '../machine'
import { screenOf } from '../screens'
import type { Choice, Link } from '../screens/screen'
import { destinationOf, type Step } from '../step'
import { Choices } from './choices'
import { useEntrance, useMessages } from './context'
import { ErrorSummary } from './error-summary'
import { FieldView } from './field-view'
import { Heading } from './heading'
import { Help } from './help'
import { HostedPage, type WayOut } from './hosted-page'
import { KeepBox } from './keep-box'
import { Resend } from './resend'
import { TimeLeft } from './time-left'
import { useFields } from './use-fields'

interface ScreenFormProps {
  readonly state: Extract<State, { name: 'asking' }>
  readonly title: string
}

/** Draws any screen: labels, hints, errors, focus, busy state, for all of them once. */
export function ScreenForm({ state, title }: ScreenFormProps) {
  const { configuration, flow, filled, language } = useEntrance()
  const messages = useMessages()
  const id = useId()
  const [resending, setResending] = useState(false)
  const [chosen, setChosen] = useState<Choice>()
  const [wayOut, setWayOut] = useState<WayOut>()

  useEffect(() => {
    // After the first paint: the form is there to be read and typed into while Amplify is fetched.
    const timer = setTimeout(flow.prefetch, 100)
    return () => clearTimeout(timer)
  }, [flow])

  const { step, busy } = state
  const screen = screenOf(step.name, configuration)
  const text = messages.screens[screen.text]
  const busyText = wayOut
    ? messages.hostedPage.leaving
    : ((chosen && messages.choices[chosen].busy) ?? text.busy)
  const isSending = busy && !resending && !wayOut
  const facts = { destination: destinationOf(step), username: step.username }
  const attributes = screen.attributes?.(step, configuration) ?? []
  const fields = Object.entries({
    ...screen.fields,
    ...Object.fromEntries(attributes.map((attribute) => [attribute, textAttribute(attribute)])),
  })
  const { problems, typed, ready, attributes: formAttributes } = useFields(fields)
  // Both entrances end signed in.
  const isAskedToKeep =
    (step.name === 'SIGN_IN' || step.name === 'SIGN_UP') && (configuration.session?.keep ?? 'ask') === 'ask'
  const asksUsername = 'username' in screen.fields

  function context(values: Record<string, string>) {
    const username = values.username ?? step.username ?? ''
    return {
      step,
      username,
      attributes: Object.fromEntries(attributes.map((key) => [key, values[key] ?? ''])),
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const values = busy ? undefined : ready()
    if (!values) return
    setResending(false)
    setWayOut(undefined)
    const { submit: send } = screen
    const given = context(values)
    if (send) void flow.submit(given.username, (gateway) => send(values, { ...given, gateway }))
  }

  function resend() {
    setResending(true)
    const { resend: send } = screen
    const given = context({})
    if (send) void flow.submit(given.username, (gateway) => send({ ...given, gateway }))
  }

  function choose(choice: Choice) {
    setChosen(choice)
    const { choose: send } = screen
    const given = context({})
    if (send) void flow.submit(given.username, (gateway) => send(choice, { ...given, gateway }))
  }

  function leaveFor(way: WayOut) {
    setWayOut(way)
    const { username = step.username ?? '' } = typed()
    const provider = way === 'hostedPage' ? undefined : way
    void flow.submit(username || undefined, (gateway) =>
      gateway.signInWithRedirect({ provider, username, lang: language }),
    )
  }

  function leave({ to }: Link) {
    const username = typed().username || step.username
    flow.goTo(stepTo(to, username === undefined ? {} : { username }))
  }

  return (
    <main>
      <Heading text={text.title} product={title} focus={state.attempt > 0} />
      <div className="said" role="status">
        {state.notice && <p className="notice">{messages.notices[state.notice](facts)}</p>}
        {busy && <p className="unseen">{resending ? messages.resend.busy : busyText}</p>}
      </div>
      {text.lead && !state.notice && <p className="lead">{text.lead(facts)}</p>}
      <ErrorSummary
        id={`${id}summary`}
        failure={state.failure}
        problems={problems}
        fields={fields}
        formId={id}
      />
      {!asksUsername && step.username !== undefined && (
        <p className="account">{messages.account(step.username)}</p>
      )}
      {screen.view?.(step, title)}
      {screen.choices && (
        <Choices
          choices={screen.choices(step)}
          busy={busy}
          chosen={chosen}
          busyText={busyText}
          onChoose={choose}
        />
      )}
      {screen.submit && (
        <form {...formAttributes} aria-busy={busy} onSubmit={submit}>
          {!asksUsername && step.username !== undefined && (
            // Tells a password manager whose password this is.
            <input
              type="text"
              name="username"
              autoComplete="username"
              value={step.username}
              readOnly
              hidden
            />
          )}
          {fields.map(([name, field]: [string, Field]) => (
            <FieldView
              key={name}
              id={`${id}${name}`}
              name={name}
              field={field}
              value={initialValue(name, filled, step)}
              problem={problems[name]}
              busy={busy}
              summary={{ id: `${id}summary`, failure: state.failure }}
            />
          ))}
          {isAskedToKeep && <KeepBox busy={busy} />}
          <button type="submit" className="primary" aria-disabled={busy}>
            {isSending && <span className="spinner" aria-hidden="true" />}
            {isSending ? text.busy : text.submit}
          </button>
        </form>
      )}
      {step.name === 'SIGN_IN' && configuration.loginWith?.oauth && (
        <HostedPage oauth={configuration.loginWith.oauth} busy={busy} pressed={wayOut} onLeave={leaveFor} />
      )}
      {screen.resend && <Resend step={step} busy={busy} sending={busy && resending} onResend={resend} />}
      {step.expiresAt !== undefined && <TimeLeft until={step.expiresAt} busy={busy} onOver={flow.expire} />}
      {screen.help && <Help kind={screen.help} />}
      <nav className="links">
        {screen.links.map((link) => (
          <button key={link.text} type="button" className="link" onClick={() => leave(link)}>
            {messages.links[link.text]}
          </button>
        ))}
      </nav>
    </main>
  )
}

function stepTo(to: Link['to'], account: { username?: string }): Step {
  // Whoever says that they have a code was sent it earlier: nothing is sent now.
  return to === 'CONFIRM_RESET_PASSWORD_WITH_CODE'
    ? { name: to, codeDeliveryDetails: {}, ...account }
    : { name: to, ...account }
}

function initialValue(name: string, filled: Credentials | undefined, step: Step): string {
  if (name === 'username') return step.username ?? ''
  return name === 'password' && filled && filled.username === step.username ? (filled.password ?? '') : ''
}
