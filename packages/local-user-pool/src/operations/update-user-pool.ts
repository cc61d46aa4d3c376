import { operation } from './operation.ts'

/** Puts new settings of a user pool in place of the old ones. */
export const UpdateUserPool = operation('UpdateUserPool', (input, { pools }) => {
  pools.update(input)
  return {}
})
