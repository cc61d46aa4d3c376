import type { Texts } from './texts'

export const en: Texts = {
  token: {
    title: 'Show the ID token',
    hint: 'This token says that it is you who is signed in. Do not show it or send it to anybody.',
    left: 'Time left',
    expired: 'It has expired, and will be refreshed when it is used next.',
    raw: 'Token',
    claims: 'Claims',
    copyRaw: 'Copy the token',
    copyClaims: 'Copy the claims',
    copied: 'Copied.',
    notCopied: 'Copying was not possible. Select the text and copy it.',
    duration: (hours, minutes, seconds) => `${hours > 0 ? `${hours} h ` : ''}${minutes} min ${seconds} s`,
  },
  api: {
    title: 'Call the API',
    hint: 'Calls the protected API with the ID token in the Authorization header.',
    missing: 'No API URL is set (NEXT_PUBLIC_API_URL).',
    call: 'Call the API',
    calling: 'Calling…',
    answered: (status, milliseconds) => `Status ${status}, after ${milliseconds} ms.`,
    unauthorized: (reason) =>
      `The API did not accept the token (401). ${reason ? `Reason: ${reason}. ` : ''}Check that the API is set to the same user pool and app client as this page. If some time has passed, sign in again.`,
    refused: 'The API answered with an error. See its answer below.',
    unreachable:
      'The API cannot be reached. Check your internet connection, that the API is running, and that its CORS settings allow the origin of this page.',
    body: 'Answer',
  },
  next: {
    title: 'Next steps',
    steps: [
      'Put your own screens into <SignIn> in web/app/entrance.tsx.',
      'Take tokens from fetchSession() of useSession(); they are refreshed when they have expired.',
      'To move to Amazon Cognito, set the three variables (region, user pool ID, client ID) and build.',
    ],
  },
  local: {
    title: 'This page uses the local user pool',
    about: 'It runs on this computer only. No email leaves it.',
    users: 'Users that are there',
    fill: (email) => `Fill in ${email}`,
    states: {
      confirmed: 'confirmed',
      unconfirmed: 'email not confirmed',
      'temporary-password': 'temporary password',
      'reset-required': 'must reset',
      disabled: 'disabled',
    },
    inbox: 'Open the inbox',
    unreachable:
      'The local user pool cannot be reached. Run npm start in the folder of the repository and reload this page.',
  },
}
