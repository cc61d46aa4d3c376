import { answer } from '../fields/answer'
import { screen } from './screen'

/** A question that the pool's own triggers ask. */
export const customChallenge = screen('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', {
  text: 'customChallenge',
  fields: { answer },
  submit: ({ answer: given }, { gateway, username }) => gateway.confirmSignIn(given, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
