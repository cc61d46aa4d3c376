import { described } from '../domain/user-pools.ts'
import { operation } from './operation.ts'

/** Makes a user pool. */
export const CreateUserPool = operation('CreateUserPool', (input, { pools, newId }) => ({
  UserPool: described(pools.create(input, newId)),
}))
