import { ConfirmForgotPassword } from '../operations/confirm-forgot-password.ts'
import { ForgotPassword } from '../operations/forgot-password.ts'
import { ask } from './asking.ts'
import { resetForm } from './forms/reset-form.ts'
import { signInForm } from './forms/sign-in-form.ts'
import { page } from './page.ts'
import { codeOf, loginOf } from './typed.ts'
import { exceptionOf, problemOf, textsOf } from './visit.ts'

/** Where a new password is chosen by the code that was sent. */
// documented: /confirmforgotPassword leads to the sign-in page.
export const confirmForgotPassword = page('/confirmforgotPassword', {
  get: (visit) => resetForm(visit),
  async post(visit, typed) {
    const username = loginOf(typed.username)
    const { notices } = textsOf(visit)
    try {
      if (typed.action === 'resend') {
        const { CodeDeliveryDetails } = await ask(visit, ForgotPassword, { Username: username })
        const destination = CodeDeliveryDetails?.Destination
        return resetForm(visit, { username, destination, notice: notices.codeSent })
      }
      await ask(visit, ConfirmForgotPassword, {
        Username: username,
        ConfirmationCode: codeOf(typed.code),
        Password: typed.newPassword ?? '',
      })
      return signInForm(visit, { username, notice: notices.passwordReset })
    } catch (error) {
      const problem = problemOf(visit, exceptionOf(visit, error))
      return resetForm(visit, { username, destination: typed.destination, problem })
    }
  },
})
