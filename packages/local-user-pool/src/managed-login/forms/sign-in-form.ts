import { html } from 'hono/html'
import { isByChoice } from '../by-choice.ts'
import { drawFields, passwordField, usernameField } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { providerLinks } from '../providers.ts'
import { type Problem, textsOf, type Visit } from '../visit.ts'

/** Asks who it is; and for the password at once, where there is no other way to sign in. */
export function signInForm(
  visit: Visit,
  { username, problem, notice }: { username?: string | undefined; problem?: Problem; notice?: string } = {},
) {
  const text = textsOf(visit)
  const { pool } = visit.request
  const byChoice = isByChoice(visit)
  const { title, submit } = byChoice ? text.chooseUser : text.signIn
  const fields = [usernameField(text, pool, username), ...(byChoice ? [] : [passwordField(text)])]
  const main = html`${providerLinks(visit)}${form(visit, '/login', {}, html`${drawFields(fields, problem)}<button>${submit}</button>`)}
${links(visit, [
  ['/forgotPassword', text.links.forgotPassword],
  ...(isClosed(visit) ? [] : ([['/signup', text.links.signUp]] as const)),
])}`
  return show(visit, { title, main, problem, notice })
}

/** Whether administrators alone make users. */
export const isClosed = ({ request: { pool } }: Visit) =>
  pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly === true
