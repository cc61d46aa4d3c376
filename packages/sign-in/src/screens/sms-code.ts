import { mfaCode } from '../fields/one-time-code'
import { screen } from './screen'

/** The code of a text message. Cognito sends another one only to whoever signs in again. */
export const smsCode = screen('CONFIRM_SIGN_IN_WITH_SMS_CODE', {
  text: 'smsCode',
  fields: { code: mfaCode },
  help: 'signInText',
  submit: ({ code }, { gateway, username }) => gateway.confirmSignIn(code, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
