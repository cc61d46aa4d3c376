import { described } from '../domain/user-pools.ts'
import { operation } from './operation.ts'

/** Makes a user pool. */
export const CreateUserPool = operation('CreateUserPool', (input, { pools }) => ({
  UserPool: described(pools.create(input)),
}))
