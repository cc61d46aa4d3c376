import { read } from './stored'

/** The key under which Amplify notes who signed in last. */
export function lastUserKey(userPoolClientId: string): string {
  return `CognitoIdentityServiceProvider.${userPoolClientId}.LastAuthUser`
}

/** Whether somebody is probably signed in: known before anything else is fetched. */
export function isSessionLikely(userPoolClientId: string): boolean {
  const key = lastUserKey(userPoolClientId)
  return (read('localStorage', key) ?? read('sessionStorage', key)) !== undefined
}
