import { html } from 'hono/html'
import type { LoggedIn } from '../domain/login-sessions.ts'
import { letsIn } from '../oauth2/identity-provider.ts'
import { grantTo } from '../oauth2/redirect.ts'
import { signInForm } from './forms/sign-in-form.ts'
import { form, show } from './frame.ts'
import { page } from './page.ts'
import { nameOf } from './people.ts'
import { endSession, loggedIn } from './session.ts'
import { answered, begun, proceed } from './sign-in.ts'
import { loginOf } from './typed.ts'
import { addressOf, textsOf, type Visit } from './visit.ts'

/** Where somebody signs in whom a client has sent; the answers to all that a sign-in asks come here too. */
export const login = page('/login', {
  get(visit) {
    const known = knownTo(visit)
    if (known) return continueForm(visit, known)
    return signInForm(visit, { username: visit.request.loginHint })
  },
  post(visit, typed) {
    const { c, context, request } = visit
    if (typed.challenge !== undefined) return answered(visit, typed)
    if (typed.action === 'another') {
      endSession(c, context, request.pool.Id)
      return c.redirect(addressOf(visit, '/login'), 303)
    }
    if (typed.action === 'continue') {
      const known = knownTo(visit)
      if (!known) return signInForm(visit)
      // Somebody else may have signed in since the page was drawn.
      return known.user.sub === typed.sub ? grantTo(c, context, request, known) : continueForm(visit, known)
    }
    const username = loginOf(typed.username)
    return proceed(visit, username, begun(visit, username, typed.password), (problem) =>
      signInForm(visit, { username, problem }),
    )
  },
})

/** Who is signed in, where the client lets them in and does not ask for a new sign-in. */
function knownTo({ c, context, request }: Visit): LoggedIn | undefined {
  if (request.prompt.includes('login')) return undefined
  const known = loggedIn(c, context, request.pool)
  return known && letsIn(request.client, known.user) ? known : undefined
}

/** Asks somebody who is signed in whether it is to be them. */
function continueForm(visit: Visit, { user }: LoggedIn) {
  const { title, lead, proceed: label, another } = textsOf(visit).signedIn
  const buttons = html`<button name="action" value="continue">${label(nameOf(user))}</button>
<button class="quiet" name="action" value="another">${another}</button>`
  const main = html`<p>${lead(nameOf(user))}</p>${form(visit, '/login', { sub: user.sub }, buttons)}`
  return show(visit, { title, main })
}
