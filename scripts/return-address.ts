import { exampleSeed, type LocalUserPool } from '@genkan/local-user-pool'

/** The members of an app client that are of interest here. */
interface Client extends Readonly<Record<string, unknown>> {
  readonly CallbackURLs?: readonly string[]
  readonly LogoutURLs?: readonly string[]
}

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

/**
 * Lets the hosted sign-in page of the seeded app client send people back to this address, besides the ones that it has:
 * data that are kept know the address of the day on which they began.
 *
 * @param address as it is in the browser, with the slash at its end
 */
export async function allowReturnTo(address: string, pool: Pick<LocalUserPool, 'fetch'>): Promise<void> {
  const { UserPoolClient } = await call<{ UserPoolClient: Client }>(pool, 'DescribeUserPoolClient', {})
  const { CallbackURLs = [], LogoutURLs = [], ...others } = UserPoolClient
  if (CallbackURLs.includes(address) && LogoutURLs.includes(address)) return
  const { ClientSecret: _, CreationDate: __, LastModifiedDate: ___, ...kept } = others
  // What is left out of an update goes back to its default.
  await call(pool, 'UpdateUserPoolClient', {
    ...kept,
    CallbackURLs: [...new Set([...CallbackURLs, address])],
    LogoutURLs: [...new Set([...LogoutURLs, address])],
  })
}

async function call<Output>(
  { fetch }: Pick<LocalUserPool, 'fetch'>,
  operation: string,
  input: object,
): Promise<Output> {
  const response = await fetch(
    new Request('http://localhost/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        // The pool wants to see that it is an administrator, and has no use for a real signature.
        authorization: 'AWS4-HMAC-SHA256',
      },
      body: JSON.stringify({ UserPoolId, ClientId, ...input }),
    }),
  )
  if (!response.ok) throw new Error(`${operation} was refused: ${await response.text()}`)
  return (await response.json()) as Output
}
