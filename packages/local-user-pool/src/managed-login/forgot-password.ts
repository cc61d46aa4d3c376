import { ForgotPassword } from '../operations/forgot-password.ts'
import { ask } from './asking.ts'
import { forgotForm } from './forms/forgot-form.ts'
import { resetForm } from './forms/reset-form.ts'
import { page } from './page.ts'
import { loginOf } from './typed.ts'
import { exceptionOf, problemOf } from './visit.ts'

/** Where somebody who has forgotten their password has a code sent. */
export const forgotPassword = page('/forgotPassword', {
  get: (visit) => forgotForm(visit),
  async post(visit, typed) {
    const username = loginOf(typed.username)
    try {
      const { CodeDeliveryDetails } = await ask(visit, ForgotPassword, { Username: username })
      return resetForm(visit, { username, destination: CodeDeliveryDetails?.Destination })
    } catch (error) {
      return forgotForm(visit, { username, problem: problemOf(visit, exceptionOf(visit, error)) })
    }
  },
})
