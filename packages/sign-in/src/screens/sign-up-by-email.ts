import { requiredAttributes } from '../configuration'
import { email } from '../fields/email'
import { screen } from './screen'

/** An account without a password: its owner signs in by the codes that are mailed to them, or by a passkey. */
export const signUpByEmail = screen('SIGN_UP', {
  text: 'signUpByEmail',
  fields: { username: email },
  attributes: (_step, configuration) => requiredAttributes(configuration),
  submit: ({ username }, { gateway, attributes }) => gateway.signUp({ username }, attributes),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
