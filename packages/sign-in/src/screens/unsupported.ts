import { screen } from './screen'

/** For the steps that have no screen yet: says so, and leads back. */
export const unsupported = screen('SIGN_IN', {
  text: 'unsupported',
  fields: {},
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
