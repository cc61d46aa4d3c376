import { userAuth } from '../flows/user-auth.ts'
import { ConfirmSignUp } from '../operations/confirm-sign-up.ts'
import { ResendConfirmationCode } from '../operations/resend-confirmation-code.ts'
import { ask } from './asking.ts'
import { causeOf } from './failures.ts'
import { confirmForm } from './forms/confirm-form.ts'
import { signInForm } from './forms/sign-in-form.ts'
import { page } from './page.ts'
import { proceed } from './sign-in.ts'
import { codeOf, loginOf } from './typed.ts'
import { exceptionOf, type Form, problemOf, textsOf, type Visit } from './visit.ts'

/** Where a sign-up is confirmed by the code that was sent. */
// documented: sign-ups are confirmed at /confirm, and /confirmUser is where links in e-mails lead. differs: no e-mail has
// such a link.
export const confirm = page('/confirm', {
  get: (visit) => confirmForm(visit),
  async post(visit, typed) {
    const username = loginOf(typed.username)
    const { session, destination } = typed
    const text = textsOf(visit)
    const resends = typed.action === 'resend'
    try {
      if (!resends) return await confirmed(visit, username, typed)
      const { CodeDeliveryDetails } = await ask(visit, ResendConfirmationCode, { Username: username })
      const sentTo = CodeDeliveryDetails?.Destination
      return confirmForm(visit, { username, session, destination: sentTo, notice: text.notices.codeSent })
    } catch (error) {
      const exception = exceptionOf(visit, error)
      const problem = problemOf(visit, exception)
      if (causeOf(exception) === 'alreadyConfirmed') return signInForm(visit, { username, problem })
      return confirmForm(visit, { username, session, destination, problem })
    }
  },
})

async function confirmed(visit: Visit, username: string, { code, session }: Form) {
  const { context, request } = visit
  const { Session = session } = await ask(visit, ConfirmSignUp, {
    Username: username,
    ConfirmationCode: codeOf(code),
  })
  const notice = textsOf(visit).notices.signUpConfirmed
  const found = context.challenges.find(request.client, 'SIGN_UP', Session ?? '')
  if (!found || found.used || context.challenges.isOver(found)) return signInForm(visit, { username, notice })
  return proceed(
    visit,
    username,
    (entrance) => userAuth.begin(entrance, { USERNAME: username }, Session),
    (problem) => signInForm(visit, { username, problem }),
  )
}
