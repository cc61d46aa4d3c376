import { email } from '../fields/email'
import { screen } from './screen'

export const forgotPassword = screen('FORGOT_PASSWORD', {
  text: 'forgotPassword',
  fields: { username: email },
  submit: ({ username }, { gateway }) => gateway.resetPassword(username),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
