import { screen } from './screen'

/** Which second factor to set up, where the pool requires one and there is none yet. */
export const mfaSetupSelection = screen('CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION', {
  text: 'mfaSetupSelection',
  fields: {},
  choices: ({ allowedMFATypes = [] }) => allowedMFATypes,
  choose: (choice, { gateway, username, step: { expiresAt } }) =>
    // Amplify answers EMAIL by itself, so the time that Cognito gave goes on running.
    gateway.confirmSignIn(choice, choice === 'EMAIL' ? { username, expiresAt } : { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
