import { newPassword } from '../fields/password'
import { screen } from './screen'

/** The first sign-in with a temporary password: a new password, and whatever the pool requires and does not have. */
export const newPasswordRequired = screen('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', {
  text: 'newPasswordRequired',
  fields: { newPassword },
  attributes: (step) => ('missingAttributes' in step && step.missingAttributes) || [],
  submit: (values, { gateway, username, attributes }) =>
    gateway.confirmSignIn(values.newPassword, { username, userAttributes: attributes }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
