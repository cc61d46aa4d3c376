import { exampleSeed } from '@genkan/local-user-pool'
import { startApi } from '../api/src/local.ts'
import { connectionsOf } from '../infra/hosting/site.ts'
import { startLocalStack } from '../scripts/local-stack.ts'
import { freePort } from '../scripts/ports.ts'
import { allowReturnTo } from '../scripts/return-address.ts'
import { startAwsStack } from './aws-stack.ts'
import { publishSites } from './sites.ts'

/** Where everything runs, for the journeys. */
export interface Places {
  readonly page: string
  readonly onePage: string
  /** The example of a site some of whose pages are for members. */
  readonly members: string
  /** The journeys' own page: the entrance, and Amplify itself, with any configuration. */
  readonly ownPage: string
  readonly pool: string
  /** The domain of its hosted page, by https; empty where it has none. */
  readonly domain: string
  readonly userPoolId: string
  readonly api: string
}

/** Builds the exported sites for the ports that are free, and starts all that they speak to. */
export default async function setup(): Promise<() => Promise<void>> {
  const closing: (() => Promise<void>)[] = []
  const pagePort = await freePort(0)
  const origin = `http://localhost:${pagePort}`
  const stack =
    process.env.TARGET === 'aws'
      ? await startAwsStack(origin)
      : await startLocalStack({ origin, storage: 'memory', ports: { pool: 0, https: 0, api: 0 } })
  closing.push(() => stack.close())

  // The API lets in one origin, so each example gets one of its own.
  const { userPoolId, clientId } = exampleSeed
  const apiFor = async (port: number) => {
    const issuer = `${stack.pool.url}/${userPoolId}`
    const allowedOrigin = `http://localhost:${port}`
    const api = await startApi({ port: 0, userPoolId, clientId, issuer, allowedOrigin })
    closing.push(() => api.close())
    return api
  }
  const onePagePort = await freePort(0)
  const onePageApi = await apiFor(onePagePort)
  const membersPort = await freePort(0)
  const membersApi = await apiFor(membersPort)

  const sites = await publishSites({
    web: { port: pagePort, environment: stack.environment },
    onePage: {
      port: onePagePort,
      environment: { ...stack.environment, NEXT_PUBLIC_API_URL: onePageApi.url },
    },
    members: {
      port: membersPort,
      environment: {
        VITE_USER_POOL_ID: userPoolId,
        VITE_CLIENT_ID: clientId,
        VITE_ENDPOINT: stack.pool.url,
        VITE_API_URL: membersApi.url,
      },
      connections: [stack.pool.url, membersApi.url],
    },
    ownPage: {
      connections: [
        ...connectionsOf({ ...stack.environment, NEXT_PUBLIC_AWS_COGNITO_DOMAIN: stack.domain }),
        // The API of a journey that answers for it.
        'https://api.example.com',
      ],
    },
  })
  closing.push(() => sites.close())
  if ('fetch' in stack.pool) await allowReturnTo(`${sites.ownPage.url}/entrance.html`, stack.pool)

  const places: Places = {
    page: sites.web.url,
    onePage: sites.onePage.url,
    members: sites.members.url,
    ownPage: sites.ownPage.url,
    pool: stack.pool.url,
    domain: stack.domain,
    userPoolId: stack.environment.NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID ?? '',
    api: stack.api.url,
  }
  process.env.GENKAN_PLACES = JSON.stringify(places)
  return async () => {
    for (const close of closing) await close()
  }
}
