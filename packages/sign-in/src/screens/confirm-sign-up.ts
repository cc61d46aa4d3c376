import { oneTimeCode } from '../fields/one-time-code'
import { screen } from './screen'

export const confirmSignUp = screen('CONFIRM_SIGN_UP', {
  text: 'confirmSignUp',
  fields: { code: oneTimeCode },
  help: 'mail',
  submit: ({ code }, { gateway, username }) => gateway.confirmSignUp(username, code),
  resend: ({ gateway, username }) => gateway.resendSignUpCode(username),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
