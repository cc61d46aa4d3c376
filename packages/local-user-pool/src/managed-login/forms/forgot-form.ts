import { html } from 'hono/html'
import { drawFields, usernameField } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { type Problem, textsOf, type Visit } from '../visit.ts'

/** Asks whose password is forgotten. */
export function forgotForm(
  visit: Visit,
  { username, problem }: { username?: string | undefined; problem?: Problem } = {},
) {
  const text = textsOf(visit)
  const { title, lead, submit } = text.forgotPassword
  const fields = drawFields([usernameField(text, visit.request.pool, username)], problem)
  const main = html`<p>${lead}</p>
${form(visit, '/forgotPassword', {}, html`${fields}<button>${submit}</button>`)}
${links(visit, [
  ['/confirmforgotPassword', text.links.haveCode],
  ['/login', text.links.signIn],
])}`
  return show(visit, { title, main, problem })
}
