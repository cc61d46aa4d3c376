import type {
  AdminGetUserCommandOutput,
  CognitoIdentityProviderClient,
  GetUserPoolMfaConfigCommandOutput,
  UserPoolClientType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Patient } from '../patient.ts'

/** What the administrator is told; what was refused is undefined, and said by name. */
export interface Account {
  readonly pool?: UserPoolType
  readonly client?: UserPoolClientType
  readonly mfa?: GetUserPoolMfaConfigCommandOutput
  readonly user?: AdminGetUserCommandOutput
  /** By operation: the exception, or the error that came instead. */
  readonly refusals: Readonly<Partial<Record<string, { readonly name: string; readonly message: string }>>>
}

/** Why the account was not asked although it was to be: there is no AWS SDK. */
export type AccountResult = Account | 'no-sdk'

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

/** Reads, as the administrator, what browsers are not told. */
export async function account(patient: Patient, patience: number): Promise<AccountResult | undefined> {
  const { withCredentials, region, endpoint, userPoolId: UserPoolId, clientId: ClientId } = patient
  if (!withCredentials || !region || !UserPoolId || !ClientId) return undefined
  const sdk: Sdk | undefined = await import('@aws-sdk/client-cognito-identity-provider').catch(
    () => undefined,
  )
  if (!sdk) return 'no-sdk'
  const client: CognitoIdentityProviderClient = new sdk.CognitoIdentityProviderClient({
    region,
    maxAttempts: 1,
    ...(endpoint !== undefined && { endpoint }),
  })
  const refusals: Record<string, { name: string; message: string }> = {}
  const told = async <Output>(operation: string, asked: Promise<Output>): Promise<Output | undefined> => {
    try {
      return await asked
    } catch (error) {
      const { name, message } = error as Error
      refusals[operation] = { name, message }
      return undefined
    }
  }
  const options = { abortSignal: AbortSignal.timeout(patience) }
  const Username = patient.user ?? patient.signIn?.email
  try {
    const [pool, appClient, mfa, user] = await Promise.all([
      told('DescribeUserPool', client.send(new sdk.DescribeUserPoolCommand({ UserPoolId }), options)),
      told(
        'DescribeUserPoolClient',
        client.send(new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId }), options),
      ),
      told('GetUserPoolMfaConfig', client.send(new sdk.GetUserPoolMfaConfigCommand({ UserPoolId }), options)),
      Username === undefined
        ? undefined
        : told('AdminGetUser', client.send(new sdk.AdminGetUserCommand({ UserPoolId, Username }), options)),
    ])
    return {
      refusals,
      ...(pool?.UserPool && { pool: pool.UserPool }),
      ...(appClient?.UserPoolClient && { client: appClient.UserPoolClient }),
      ...(mfa && { mfa }),
      ...(user && { user }),
    }
  } finally {
    client.destroy()
  }
}
