import { checkThreatProtection } from '../domain/auth-events.ts'
import { wholePool } from '../domain/collections.ts'
import { seconds } from '../domain/world.ts'
import { storedOnly } from './operation.ts'

/** Says what threat protection does on AWS, for all app clients of a pool or for one. No risk is ever found here. */
export const SetRiskConfiguration = storedOnly('SetRiskConfiguration', (input, context) => {
  const { world, pools, clients, riskConfigurations } = context
  const pool = pools.get(input.UserPoolId)
  const { ClientId } = input
  const client = ClientId === undefined ? undefined : clients.ofPool(pool.Id, ClientId)
  checkThreatProtection(pool)
  const configuration = { ...input, LastModifiedDate: seconds(world.clock()) }
  return {
    RiskConfiguration: riskConfigurations.put(pool, ClientId ?? wholePool, configuration, client),
  }
})
