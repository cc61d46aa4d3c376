import { wrongCode } from '../domain/deliveries.ts'
import type { SignUpState } from '../domain/sign-up.ts'
import { userAuth } from '../flows/user-auth.ts'
import { ConfirmSignUp } from '../operations/confirm-sign-up.ts'
import { ResendConfirmationCode } from '../operations/resend-confirmation-code.ts'
import type { CodeDeliveryDetailsType } from '../protocol/types.generated.ts'
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
    const sent = (to: CodeDeliveryDetailsType | undefined) =>
      confirmForm(visit, { username, session, destination: to?.Destination, notice: text.notices.codeSent })
    try {
      if (!resends) return await confirmed(visit, username, typed)
      return sent((await ask(visit, ResendConfirmationCode, { Username: username })).CodeDeliveryDetails)
    } catch (error) {
      const exception = exceptionOf(visit, error)
      const isConfirmed = causeOf(exception) === 'alreadyConfirmed'
      if (isConfirmed && mayKnow(visit, username, session)) {
        return signInForm(visit, { username, problem: problemOf(visit, exception) })
      }
      // As nobody is answered.
      if (isConfirmed && resends) return sent(visit.context.simulated.delivery(visit.request.pool, username))
      const problem = problemOf(visit, isConfirmed ? wrongCode() : exception)
      return confirmForm(visit, { username, session, destination, problem })
    }
  },
})

/** Whether it may be told that there is the account: the client hides nobody, or it is this browser that signed up. */
// differs: the operations tell of a confirmed user whoever asks; where the client hides who exists, these pages do not.
function mayKnow({ context, request }: Visit, username: string, session: string | undefined): boolean {
  const { client, pool } = request
  if (client.PreventUserExistenceErrors !== 'ENABLED') return true
  const signUp = context.challenges.find<SignUpState>(client, 'SIGN_UP', session ?? '')
  return signUp !== undefined && context.users.find(pool, username)?.sub === signUp.state.sub
}

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
