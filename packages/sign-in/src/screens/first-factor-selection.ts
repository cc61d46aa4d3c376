import { offeredFactors, screen } from './screen'

/** Password, code or passkey: which of them to sign in with. */
export const firstFactorSelection = screen('CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION', {
  text: 'firstFactorSelection',
  fields: {},
  choices: ({ availableChallenges = [] }) => offeredFactors(availableChallenges),
  choose: (choice, { gateway, username, step: { expiresAt } }) =>
    // Amplify asks for a password by itself, so the time that Cognito gave goes on running.
    gateway.confirmSignIn(choice, choice.startsWith('PASSWORD') ? { username, expiresAt } : { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
