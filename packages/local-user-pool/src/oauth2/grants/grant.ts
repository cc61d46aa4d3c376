import type { Client } from '../../domain/clients.ts'
import type { Context } from '../../domain/context.ts'
import type { UserPool } from '../../domain/user-pools.ts'
import type { AuthenticationResultType, ClientMetadataType } from '../../protocol/types.generated.ts'

/** Which client asks, and where. */
export interface Asking {
  readonly context: Context
  readonly pool: UserPool
  readonly client: Client
  /** What PreTokenGeneration is told. */
  readonly clientMetadata: ClientMetadataType | undefined
}

/** A value of `grant_type`: a file of this folder each. */
export interface GrantType {
  readonly name: string
  /** @throws OAuthError */
  redeem(asking: Asking, form: Readonly<Record<string, string>>): Promise<AuthenticationResultType>
}
