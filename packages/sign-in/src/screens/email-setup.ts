import { mfaEmail } from '../fields/email'
import { screen } from './screen'

/** The address that codes are to be sent to from now on. */
export const emailSetup = screen('CONTINUE_SIGN_IN_WITH_EMAIL_SETUP', {
  text: 'emailSetup',
  fields: { email: mfaEmail },
  submit: ({ email }, { gateway, username }) => gateway.confirmSignIn(email, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
