import type { SignInConfiguration } from '../configuration'

/**
 * Ends all sessions of the user, on every device.
 *
 * Amplify's `signOut({ global: true })` keeps its failure to itself, and a person who must know that a lost phone
 * is signed out would be told so either way. This is the one call that is made without Amplify.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
 */
export async function globalSignOut(
  configuration: SignInConfiguration,
  accessToken: string,
): Promise<boolean> {
  try {
    const answer = await fetch(endpointOf(configuration), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut',
        'cache-control': 'no-store',
      },
      body: JSON.stringify({ AccessToken: accessToken }),
      signal: AbortSignal.timeout(8000),
    })
    return answer.ok
  } catch {
    return false
  }
}

function endpointOf({ userPoolEndpoint, userPoolId }: SignInConfiguration): string {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'))
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return userPoolEndpoint ?? `https://cognito-idp.${region}.${suffix}/`
}
