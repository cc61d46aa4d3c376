import type { ReplicaStatusType, UserPoolReplicaType } from '../protocol/types.generated.ts'
import type { UserPool } from './user-pools.ts'

/** The replica that is the user pool itself. */
export function primaryOf({ Id, Arn }: UserPool): UserPoolReplicaType & { readonly RegionName: string } {
  const RegionName = Arn?.split(':')[3] ?? Id.split('_')[0] ?? ''
  return { RegionName, Status: 'ACTIVE', Role: 'PRIMARY', UserPoolArn: Arn }
}

/** What a replica in another region is. */
// documented: a replica has the id of the user pool, in an ARN of its own region.
export function replicaIn(
  { Arn = '' }: UserPool,
  RegionName: string,
  Status: ReplicaStatusType,
): UserPoolReplicaType {
  const UserPoolArn = Arn.split(':')
    .map((part, index) => (index === 3 ? RegionName : part))
    .join(':')
  return { RegionName, Status, Role: 'SECONDARY', UserPoolArn }
}
