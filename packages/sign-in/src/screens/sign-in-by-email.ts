import { emailOrPasskey } from '../fields/email'
import { screen } from './screen'

/** Where no password is asked for at the door: the pool says, or lets choose, how somebody is verified. */
export const signInByEmail = screen('SIGN_IN', {
  text: 'signInByEmail',
  fields: { username: emailOrPasskey },
  submit: ({ username }, { gateway }) => gateway.signIn({ username }),
  links: [{ to: 'SIGN_UP', text: 'signUp' }],
})
