import { causeOf } from '../failures/cause'
import { failureOf } from '../failures/failure'
import type { TokenStorage } from '../session/token-storage'
import type { Credentials } from '.'

/**
 * Gets those in whose browser has lost the secret of a remembered device. Its proof follows that of the password and is
 * refused in the same words, so nobody can tell which of the two was wrong. But whoever gives the same password again
 * means it: then it is tried without the device, as on one that nobody knows yet. If it is wrong all the same, the
 * device is not to blame, and is put back.
 */
export function createDeviceDoubt(tokens: TokenStorage) {
  // In memory alone, until the next answer.
  let refused: Credentials | undefined

  return async <Output>(
    { username, password }: Credentials,
    signIn: () => Promise<Output>,
  ): Promise<Output> => {
    const again = password !== undefined && refused?.username === username && refused.password === password
    const putBack = again ? tokens.setDevicesAside() : undefined
    try {
      const output = await signIn()
      refused = undefined
      return output
    } catch (thrown) {
      putBack?.()
      const isRefused = causeOf(failureOf(thrown)) === 'incorrect' && password !== undefined
      if (isRefused) refused = again ? undefined : { username, password }
      throw thrown
    }
  }
}
