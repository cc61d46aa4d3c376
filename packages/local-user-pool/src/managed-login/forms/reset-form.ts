import { html } from 'hono/html'
import { codeField, drawFields, newPasswordField, usernameField } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { type Problem, textsOf, type Visit } from '../visit.ts'

/** Asks for the code that was sent, and a new password; and for whom, where that is not known. */
export function resetForm(
  visit: Visit,
  {
    username,
    destination,
    problem,
    notice,
  }: {
    username?: string | undefined
    destination?: string | undefined
    problem?: Problem
    notice?: string
  } = {},
) {
  const text = textsOf(visit)
  const { pool } = visit.request
  const { title, lead, submit } = text.resetPassword
  const who = username ? [] : [usernameField(text, pool)]
  const content = html`${drawFields([...who, codeField(text), newPasswordField(text, pool)], problem)}
<button>${submit}</button>
<button class="quiet" name="action" value="resend" formnovalidate>${text.links.resend}</button>`
  const main = html`<p>${lead(destination)}</p>${username ? html`<p class="who">${username}</p>` : ''}
${form(visit, '/confirmforgotPassword', { username, destination }, content)}
${links(visit, [
  ...(username ? ([['/forgotPassword', text.links.startOver]] as const) : []),
  ['/login', text.links.signIn],
])}`
  return show(visit, { title, main, problem, notice })
}
