import { invalidParameter } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** Sets how many requests per second the account may make in a category of operations. */
export const UpdateProvisionedLimit = storedOnly(
  'UpdateProvisionedLimit',
  ({ LimitDefinition, RequestedLimitValue }, { limits }) => {
    const { FreeLimitValue } = limits.get(LimitDefinition)
    // The account's maximum is known to AWS alone.
    // documented: a limit cannot be set below its default. assumed: the words.
    if (RequestedLimitValue < FreeLimitValue) {
      throw invalidParameter(`RequestedLimitValue must not be less than ${FreeLimitValue}.`)
    }
    return { Limit: limits.set(LimitDefinition, RequestedLimitValue) }
  },
)
