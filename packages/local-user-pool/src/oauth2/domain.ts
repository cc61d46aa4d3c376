import type { Context } from '../domain/context.ts'

/** Why a pool has no endpoints: it has no domain. Undefined where it has one. */
export function missingDomain({ pools, domains }: Context, poolId: string): string | undefined {
  if (domains.list(pools.get(poolId)).length > 0) return undefined
  return `The user pool ${poolId} has no domain, so that it has no such page on Amazon Cognito. CreateUserPoolDomain gives it one.`
}
