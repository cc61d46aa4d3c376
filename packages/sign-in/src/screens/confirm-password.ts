import { currentPassword } from '../fields/password'
import { screen } from './screen'

/**
 * The password of somebody who has chosen to sign in with it. Each try begins a sign-in of its own: a wrong password
 * spends the Session in which it was chosen, and nobody is to choose again because of a slip.
 */
export const confirmPassword = screen('CONFIRM_SIGN_IN_WITH_PASSWORD', {
  text: 'confirmPassword',
  fields: { password: currentPassword },
  submit: ({ password }, { gateway, username }) => gateway.signIn({ username, password }),
  links: [
    { to: 'FORGOT_PASSWORD', text: 'forgotPassword' },
    { to: 'SIGN_IN', text: 'signIn' },
  ],
})
