import { offeredFactors, screen } from './screen'

/** Password, code or passkey: which of them to sign in with. */
export const firstFactorSelection = screen('CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION', {
  text: 'firstFactorSelection',
  fields: {},
  choices: ({ availableChallenges = [] }) => offeredFactors(availableChallenges),
  choose: (choice, { gateway, username }) => gateway.confirmSignIn(choice, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
