import { checkThreatProtection } from '../domain/auth-events.ts'
import { wholePool } from '../domain/collections.ts'
import { storedOnly } from './operation.ts'

/** What threat protection does on AWS, for all app clients of a pool or for one. */
// assumed: a risk configuration that was never set is empty; that of an app client is not filled from the pool's.
export const DescribeRiskConfiguration = storedOnly(
  'DescribeRiskConfiguration',
  ({ UserPoolId, ClientId }, { pools, clients, riskConfigurations }) => {
    const pool = pools.get(UserPoolId)
    if (ClientId !== undefined) clients.ofPool(pool.Id, ClientId)
    checkThreatProtection(pool)
    return {
      RiskConfiguration: riskConfigurations.find(pool, ClientId ?? wholePool) ?? { UserPoolId, ClientId },
    }
  },
)
