import { wholePool } from '../domain/collections.ts'
import { storedOnly } from './operation.ts'

/** Says where a user pool's logs go on AWS, in place of what was said before. */
export const SetLogDeliveryConfiguration = storedOnly(
  'SetLogDeliveryConfiguration',
  (input, { pools, logDeliveries }) => ({
    LogDeliveryConfiguration: logDeliveries.put(pools.get(input.UserPoolId), wholePool, input),
  }),
)
