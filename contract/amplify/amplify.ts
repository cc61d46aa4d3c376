import { Amplify } from 'aws-amplify'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { ConsoleLogger, type KeyValueStorageInterface } from 'aws-amplify/utils'
import { present, type Target } from '../target.ts'

// Amplify warns of every endpoint that is not AWS's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

/** What Amplify stores on a device. */
export interface Device {
  /** The refresh token of whoever is signed in. */
  refreshToken(): string
  /** How many things are stored. */
  size(): number
}

/** Points Amplify at the target, with storage of its own. */
export function configure({
  userPoolId,
  clientId,
  endpoint,
}: Pick<Target, 'userPoolId' | 'clientId' | 'endpoint'>): Device {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId: clientId,
        ...(endpoint !== undefined && { userPoolEndpoint: endpoint }),
      },
    },
  })
  const items = new Map<string, string>()
  const storage: KeyValueStorageInterface = {
    async setItem(key, value) {
      items.set(key, value)
    },
    getItem: async (key) => items.get(key) ?? null,
    async removeItem(key) {
      items.delete(key)
    },
    async clear() {
      items.clear()
    },
  }
  // After configure, which puts the default storage back each time.
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage)
  return {
    refreshToken: () => present([...items].find(([key]) => key.endsWith('.refreshToken'))?.[1]),
    size: () => items.size,
  }
}
