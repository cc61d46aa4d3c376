import { storedOnly } from './operation.ts'

/** How many requests per second the account may make in a category of operations. Nothing is refused by it here. */
export const GetProvisionedLimit = storedOnly('GetProvisionedLimit', ({ LimitDefinition }, { limits }) => ({
  Limit: limits.get(LimitDefinition),
}))
