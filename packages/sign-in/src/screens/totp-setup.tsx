import { mfaCode } from '../fields/one-time-code'
import { Late } from '../react/late'
import { screen } from './screen'

// Drawing a QR code is nothing that anybody waits for who only signs in.
const load = () => import('../react/totp-setup').then(({ TotpSetup }) => TotpSetup)

/** An authenticator app takes the secret, and its first code shows that it did. */
export const totpSetup = screen('CONTINUE_SIGN_IN_WITH_TOTP_SETUP', {
  text: 'totpSetup',
  fields: { code: mfaCode },
  view: ({ username = '', totpSetupDetails: { sharedSecret: secret } }, issuer) => (
    <Late load={load} props={{ issuer, account: username, secret }} />
  ),
  submit: ({ code }, { gateway, username }) => gateway.confirmSignIn(code, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
