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
    unauthorized:
      'Check that the API is set to the same user pool and app client as this page. If it stays like this, sign in again.',
    reasons: {
      token_missing: 'No token reached the API.',
      token_malformed: 'The API could not read the token.',
      token_expired: 'The token has expired.',
      token_not_yet_valid: 'The token is not valid yet. Check the clock of this device.',
      wrong_user_pool: 'The token was issued by another user pool.',
      wrong_client: 'The token was issued for another app client.',
      not_an_id_token: 'This is not an ID token.',
      bad_signature: 'The signature of the token is wrong.',
      unknown_key: 'The token is signed with a key that the user pool does not have.',
    },
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
}
