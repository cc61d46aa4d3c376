/** The key under which Amplify notes who signed in last. */
export function lastUserKey(userPoolClientId: string): string {
  return `CognitoIdentityServiceProvider.${userPoolClientId}.LastAuthUser`
}

/** Whether somebody is probably signed in: known before anything else is fetched. */
export function isSessionLikely(userPoolClientId: string): boolean {
  const key = lastUserKey(userPoolClientId)
  try {
    return (localStorage.getItem(key) ?? sessionStorage.getItem(key)) !== null
  } catch {
    // A browser may refuse its storages; what it does not keep is not restored.
    return false
  }
}
