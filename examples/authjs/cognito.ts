// What is asked of Cognito beside what Auth.js asks. On the server only.

export interface Tokens {
  readonly access: string
  readonly refresh: string
  /** When the access token ends; seconds since 1970. */
  readonly endAt: number
}

const { AUTH_COGNITO_ISSUER: issuer, AUTH_COGNITO_ID: id = '', AUTH_COGNITO_SECRET: secret } = process.env

/** Whether it is time for new ones: a request that begins with these should be over before they are. */
export const isEnding = ({ endAt }: Pick<Tokens, 'endAt'>) => endAt - 60 < Date.now() / 1000

/**
 * New tokens; null where Cognito gives none, since the sign-in was revoked or the user disabled. The same ones where it
 * cannot be asked: a network that fails signs nobody out.
 */
export async function refreshed(tokens: Tokens): Promise<Tokens | null> {
  try {
    const response = await post('token_endpoint', {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh,
    })
    const { error, access_token, refresh_token, expires_in } = await response.json()
    if (error === 'invalid_grant') return null
    if (!response.ok) throw new Error(`${response.status} ${error}`)
    const endAt = Math.floor(Date.now() / 1000) + Number(expires_in)
    // With rotation there is a new refresh token, too.
    return { access: access_token, refresh: refresh_token ?? tokens.refresh, endAt }
  } catch (error) {
    console.error('The tokens could not be refreshed:', error)
    return tokens
  }
}

/** Ends the refresh token and what came of it: a copy of the cookie renews nothing any more. */
export async function revoke({ refresh }: Tokens): Promise<void> {
  const response = await post('revocation_endpoint', { token: refresh })
  if (!response.ok) throw new Error(`The refresh token could not be revoked: ${response.status}`)
}

/** Ends the refresh tokens of all the user's devices; answers false where Cognito refuses the access token. */
export async function signedOutEverywhere({ access }: Tokens): Promise<boolean> {
  const response = await fetch(new URL('/', issuer), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut',
    },
    body: JSON.stringify({ AccessToken: access }),
  })
  return response.ok
}

/** Where the browser leaves Cognito's own session, without which the next sign-in would ask for nothing. */
export async function logoutUrl(): Promise<string> {
  const query = new URLSearchParams({ client_id: id, logout_uri: new URL('/', process.env.AUTH_URL).href })
  return `${await endpoint('end_session_endpoint')}?${query}`
}

async function post(name: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(await endpoint(name), {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams(form),
  })
}

/** The discovery document knows the domain, so that it is not one more variable. */
async function endpoint(name: string): Promise<string> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`)
  return (await response.json())[name]
}
