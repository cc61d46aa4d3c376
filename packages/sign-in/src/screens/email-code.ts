import { mfaCode } from '../fields/one-time-code'
import { screen } from './screen'

/** The code of an e-mail. Cognito sends another one only to whoever signs in again. */
export const emailCode = screen('CONFIRM_SIGN_IN_WITH_EMAIL_CODE', {
  text: 'emailCode',
  fields: { code: mfaCode },
  help: 'signInMail',
  submit: ({ code }, { gateway, username }) => gateway.confirmSignIn(code, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
