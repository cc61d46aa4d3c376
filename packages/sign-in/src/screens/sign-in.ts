import { email } from '../fields/email'
import { currentPassword } from '../fields/password'
import { screen } from './screen'

export const signIn = screen('SIGN_IN', {
  text: 'signIn',
  fields: { username: email, password: currentPassword },
  submit: (credentials, { gateway }) => gateway.signIn(credentials),
  links: [
    { to: 'FORGOT_PASSWORD', text: 'forgotPassword' },
    { to: 'SIGN_UP', text: 'signUp' },
  ],
})
