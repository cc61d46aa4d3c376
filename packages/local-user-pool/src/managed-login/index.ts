import type { Endpoint } from '../oauth2/endpoint.ts'
import { script, style } from './assets.ts'
import { confirm } from './confirm.ts'
import { confirmForgotPassword } from './confirm-forgot-password.ts'
import { error } from './error.ts'
import { forgotPassword } from './forgot-password.ts'
import { login } from './login.ts'
import { signUp } from './sign-up.ts'

/** The pages of a user pool's domain. */
export const pages: readonly Endpoint[] = [
  login,
  signUp,
  confirm,
  forgotPassword,
  confirmForgotPassword,
  error,
  style,
  script,
]
