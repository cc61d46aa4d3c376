import { wholePool } from '../domain/collections.ts'
import { storedOnly } from './operation.ts'

/** Where a user pool's logs go on AWS. */
// assumed: a log delivery configuration that was never set is empty.
export const GetLogDeliveryConfiguration = storedOnly(
  'GetLogDeliveryConfiguration',
  ({ UserPoolId }, { pools, logDeliveries }) => ({
    LogDeliveryConfiguration: logDeliveries.find(pools.get(UserPoolId), wholePool) ?? {
      UserPoolId,
      LogConfigurations: [],
    },
  }),
)
