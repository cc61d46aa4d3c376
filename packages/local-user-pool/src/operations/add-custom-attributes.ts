import { operation } from './operation.ts'

/** Adds attributes to a user pool's schema; they get the prefix `custom:`, or `dev:custom:`. */
export const AddCustomAttributes = operation('AddCustomAttributes', (input, { pools }) => {
  pools.addCustomAttributes(pools.get(input.UserPoolId), input.CustomAttributes)
  return {}
})
