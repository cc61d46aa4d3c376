import { currentPassword } from '../fields/password'
import { screen } from './screen'

/** The password of somebody who has chosen to sign in with it. */
export const confirmPassword = screen('CONFIRM_SIGN_IN_WITH_PASSWORD', {
  text: 'confirmPassword',
  fields: { password: currentPassword },
  submit: ({ password }, { gateway, username }) => gateway.confirmSignIn(password, { username }),
  links: [
    { to: 'FORGOT_PASSWORD', text: 'forgotPassword' },
    { to: 'SIGN_IN', text: 'signIn' },
  ],
})
