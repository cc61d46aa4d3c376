import { exampleSeed, type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import { type LocalApi, startApi } from '../api/src/local.ts'
import { atFreePort, freePort } from './ports.ts'
import { allowReturnTo } from './return-address.ts'

/** The local user pool and the protected API, running on this machine. */
export interface LocalStack {
  readonly pool: RunningLocalUserPool
  readonly api: LocalApi
  /** The variables that make a page use them. */
  readonly environment: Readonly<Record<string, string>>
  /** The domain of the hosted sign-in page, for whoever trusts its certificate: it is not among the variables. */
  readonly domain: string
  close(): Promise<void>
}

export interface LocalStackOptions {
  /** Where the page is, which is the one origin that the API lets in. */
  readonly origin: string
  readonly storage: 'memory' | { readonly file: string }
  /** Where to begin looking for free ports; 0 for any. */
  readonly ports: { readonly pool: number; readonly https: number; readonly api: number }
}

/** Starts what the page needs. Closing ends all of it. */
export async function startLocalStack({ origin, storage, ports }: LocalStackOptions): Promise<LocalStack> {
  const { userPoolId, clientId } = exampleSeed
  const https = { port: await freePort(ports.https) }
  const pool = await atFreePort(ports.pool, (port) =>
    startLocalUserPool({ port, https, storage, seed: exampleSeed }),
  )
  const issuer = `${pool.url}/${userPoolId}`
  const started = async () => {
    await allowReturnTo(`${origin}/`, pool)
    return atFreePort(ports.api, (port) =>
      startApi({ port, userPoolId, clientId, issuer, allowedOrigin: origin }),
    )
  }
  const api = await started().catch(async (error: unknown) => {
    await pool.close()
    throw error
  })
  return {
    pool,
    api,
    environment: {
      NEXT_PUBLIC_AWS_COGNITO_REGION: userPoolId.slice(0, userPoolId.indexOf('_')),
      NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: userPoolId,
      NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId,
      NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url,
      NEXT_PUBLIC_API_URL: api.url,
    },
    domain: new URL(pool.httpsUrl ?? pool.url).host,
    async close() {
      await Promise.all([pool.close(), api.close()])
    },
  }
}
