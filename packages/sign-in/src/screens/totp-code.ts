import { mfaCode } from '../fields/one-time-code'
import { screen } from './screen'

/** The code of an authenticator app. */
export const totpCode = screen('CONFIRM_SIGN_IN_WITH_TOTP_CODE', {
  text: 'totpCode',
  fields: { code: mfaCode },
  help: 'app',
  submit: ({ code }, { gateway, username }) => gateway.confirmSignIn(code, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
