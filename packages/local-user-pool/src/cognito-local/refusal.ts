import { CognitoException } from '../protocol/exceptions.ts'
import { validate } from '../protocol/validation.ts'

/** Why the model of the API does not allow the value; undefined where it does. */
export function refusal(value: unknown, shape: string): string | undefined {
  return refusalOf(() => validate(value, shape))
}

/** Why a check refuses what it looks at, without the value; undefined where it does not. */
export function refusalOf(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (!(error instanceof CognitoException)) throw error
    return (error.reason ?? error.message).replace(/^: /, '')
  }
}
