import { requiredAttributes } from '../configuration'
import { email } from '../fields/email'
import { newPassword } from '../fields/password'
import { screen } from './screen'

export const signUp = screen('SIGN_UP', {
  text: 'signUp',
  // Whoever has no account yet has no older password either.
  fields: { username: email, newPassword: { ...newPassword, label: 'password' } },
  attributes: (_step, configuration) => requiredAttributes(configuration),
  submit: ({ username, newPassword: password }, { gateway, attributes }) =>
    gateway.signUp({ username, password }, attributes),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
