import { oneTimeCode } from '../fields/one-time-code'
import { newPassword } from '../fields/password'
import { screen } from './screen'

export const confirmResetPassword = screen('CONFIRM_RESET_PASSWORD_WITH_CODE', {
  text: 'confirmResetPassword',
  fields: { code: oneTimeCode, newPassword },
  help: 'mail',
  submit: (values, { gateway, username }) =>
    gateway.confirmResetPassword(username, values.code, values.newPassword),
  resend: ({ gateway, username }) => gateway.resetPassword(username, 'codeSent'),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
