import { operation } from './operation.ts'

/** Makes a user pool. */
export const CreateUserPool = operation('CreateUserPool', (input, { pools }) => ({
  UserPool: pools.create(input),
}))
