import type { Target } from './target.ts'

/** An answer as it came, before a client makes something of it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Calls an operation without any client, for tests that look at the bytes of the answer. */
export async function post(
  { endpoint, region }: Pick<Target, 'endpoint' | 'region'>,
  operation: string,
  input: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(endpoint ?? `https://cognito-idp.${region}.amazonaws.com`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body: JSON.stringify(input),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
