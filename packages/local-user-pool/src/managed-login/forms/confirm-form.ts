import { html } from 'hono/html'
import { codeField, drawFields, usernameField } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { type Problem, textsOf, type Visit } from '../visit.ts'

/** Asks for the code of a sign-up; and for whom, where that is not known. */
export function confirmForm(
  visit: Visit,
  {
    username,
    session,
    destination,
    problem,
    notice,
  }: {
    username?: string | undefined
    /** Of the sign-up that was done in this very browser. */
    session?: string | undefined
    destination?: string | undefined
    problem?: Problem
    notice?: string
  } = {},
) {
  const text = textsOf(visit)
  const { title, lead, submit } = text.confirmSignUp
  const who = username ? [] : [usernameField(text, visit.request.pool)]
  const content = html`${drawFields([...who, codeField(text)], problem)}
<button>${submit}</button>
<button class="quiet" name="action" value="resend" formnovalidate>${text.links.resend}</button>`
  const main = html`<p>${lead(destination)}</p>${username ? html`<p class="who">${username}</p>` : ''}
${form(visit, '/confirm', { username, session, destination }, content)}
${links(visit, [
  ...(username ? ([['/confirm', text.links.startOver]] as const) : []),
  ['/login', text.links.signIn],
])}`
  return show(visit, { title, main, problem, notice })
}
