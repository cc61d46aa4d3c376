import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exampleSeed, type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import type { ExaminationOptions } from './doctor.ts'

export { startApi } from '../../../api/src/local.ts'
export { exampleSeed }

/** A real user pool at a port, in which tests make clients, pools and users that are ill on purpose. */
export interface TestPool {
  readonly pool: RunningLocalUserPool
  /** Calls an operation as the administrator. */
  admin(operation: string, input: object): Promise<Record<string, never>>
  /** A further app client like the healthy one but for these settings; answers its id. */
  newClient(settings: object, userPoolId?: string): Promise<string>
  /** A further user pool; answers its id. */
  newPool(settings?: object): Promise<string>
}

type Options = Omit<Parameters<typeof startLocalUserPool>[0], 'port'>

export async function startTestPool(options: Options = {}): Promise<TestPool> {
  const pool = await startLocalUserPool({ port: 0, seed: exampleSeed, ...options })
  const admin: TestPool['admin'] = async (operation, input) => {
    const answer = await fetch(pool.url, {
      method: 'POST',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256',
      },
      body: JSON.stringify(input),
    })
    const output = (await answer.json()) as Record<string, never>
    if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(output)}`)
    return output
  }
  return {
    pool,
    admin,
    async newClient(settings, UserPoolId = exampleSeed.userPoolId) {
      const input = { ...exampleSeed.client, ...settings, UserPoolId }
      const { UserPoolClient } = await admin('CreateUserPoolClient', input)
      return (UserPoolClient as unknown as { ClientId: string }).ClientId
    },
    async newPool(settings = {}) {
      const { UserPool } = await admin('CreateUserPool', { PoolName: 'another', ...settings })
      return (UserPool as unknown as { Id: string }).Id
    },
  }
}

/** The variables of a page that uses the pool; some of them others. */
export const variables = (pool: { readonly url: string }, others: Record<string, string> = {}) => ({
  NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: exampleSeed.userPoolId,
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: exampleSeed.clientId,
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url,
  ...others,
})

/** A page of its own, with these files; answers its folder. */
export function newPage(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'genkan-doctor-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** What to examine: an empty folder, and nothing of this machine's environment. A busy machine has time to answer. */
export const page = (
  environment: Readonly<Record<string, string>>,
  more: ExaminationOptions = {},
): ExaminationOptions => ({ folder: newPage(), environment, patience: 60_000, ...more })
