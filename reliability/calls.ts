/** What a pool answered: the output of an operation, or the exception in its place. */
export interface Answer {
  readonly status: number
  /** `ok`, or the name of the exception. */
  readonly outcome: string
  readonly body: Body
}

/** What the trials read of answers. */
export interface Body {
  readonly __type?: string
  readonly message?: string
  readonly AuthenticationResult?: { readonly AccessToken?: string; readonly RefreshToken?: string }
  readonly ChallengeName?: string
  readonly ChallengeParameters?: Readonly<Record<string, string>>
  readonly Session?: string
  readonly SecretCode?: string
  readonly UserStatus?: string
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[]
  readonly Users?: readonly {
    readonly Username?: string
    readonly Attributes?: readonly { readonly Name: string; readonly Value: string }[]
  }[]
  readonly PaginationToken?: string
  readonly UserPoolClient?: { readonly ClientId: string }
}

// A connection for each request: one that is kept may be closed by the server, for idleness, at the very moment at which
// the next request is sent, and that would look as if the pool had been killed.
const connection = 'close'

/** A call of an operation, as an administrator where it wants one; without an address for a pool of this process. */
export function requestOf(operation: string, input: object, url = 'http://localhost:9339'): Request {
  return new Request(`${url}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=trial',
      connection,
    },
    body: JSON.stringify(input),
  })
}

/** Calls an operation. Rejects where the connection ends before the answer. */
export async function call(url: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(requestOf(operation, input, url))
  const text = await response.text()
  const body: Body = text === '' ? {} : JSON.parse(text)
  return {
    status: response.status,
    outcome: response.ok ? 'ok' : (body.__type ?? `status ${response.status}`),
    body,
  }
}

/** Asks for what exists only locally. Rejects unless it is granted. */
export async function local(url: string, method: string, path: string, input?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/_local/${path}`, {
    method,
    headers: { accept: 'application/json', connection },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} /_local/${path} answered ${response.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
