import { diagnosis } from '../diagnosis.ts'

const now: Readonly<Record<string, string>> = {
  userPoolWebClientId: 'Auth.Cognito.userPoolClientId',
  mandatorySignIn: '(none: leave it out)',
  authenticationFlowType: 'options.authFlowType of signIn()',
  identityPoolRegion: '(none: it follows from identityPoolId)',
}

/** The sources configure Amplify as version 5 took it. */
export const AMPLIFY_V5_KEYS = diagnosis({
  code: 'AMPLIFY_V5_KEYS',
  severity: 'warning',
  find: ({ oldKeys }) => oldKeys.map(({ key, place }) => ({ key, place, now: now[key] ?? '' })),
  example: { key: 'userPoolWebClientId', place: 'app/amplify.ts:4', now: 'Auth.Cognito.userPoolClientId' },
  en: ({ key, place, now }) => ({
    cause: `${place} has ${key}, a key of Amplify v5. Version 6 passes over it, and says “Auth UserPool not configured”.`,
    cure: `In version 6 it is: ${now}. The whole: Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId } } }).`,
  }),
  ja: ({ key, place, now }) => ({
    cause: `${place} に Amplify v5 のキー ${key} があります。v6 はこれを無視し、「Auth UserPool not configured」というエラーになります。`,
    cure: `v6 では ${now} です。全体は Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId } } }) と書きます。`,
  }),
})
