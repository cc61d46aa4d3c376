import { screen } from './screen'

/** Which of several second factors to use now. */
export const mfaSelection = screen('CONTINUE_SIGN_IN_WITH_MFA_SELECTION', {
  text: 'mfaSelection',
  fields: {},
  choices: ({ allowedMFATypes = [] }) => allowedMFATypes,
  choose: (choice, { gateway, username }) => gateway.confirmSignIn(choice, { username }),
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
