import type { Context } from '../domain/context.ts'
import type { Claims } from '../domain/federated-users.ts'
import type { IdentityProviderType, IdentityProviderTypeType } from '../protocol/types.generated.ts'

/** One sign-in at a provider, which begins here and comes back here. */
export interface Attempt {
  /** Comes back with the answer: the handle of what is remembered of the attempt. */
  readonly state: string
  /** Comes back in the ID token. */
  readonly nonce: string
  /** Of PKCE. */
  readonly codeVerifier: string
  /** Where the answer is to come. */
  readonly redirectUri: string
  /** Who it probably is, where it begins. */
  readonly loginHint?: string
}

/** How people of a kind of identity provider sign in: a file of this folder each. */
export interface Federation {
  readonly types: readonly IdentityProviderTypeType[]
  /**
   * Where the browser is to go.
   *
   * @throws ProviderError
   */
  begin(context: Context, provider: IdentityProviderType, attempt: Attempt): Promise<URL>
  /**
   * What the provider says of whoever has come back.
   *
   * @param answer the parameters that the browser brought along
   * @throws ProviderError
   */
  claims(
    context: Context,
    provider: IdentityProviderType,
    attempt: Attempt,
    answer: URLSearchParams,
  ): Promise<Claims>
}

/** A provider that cannot be reached, refuses, or says what cannot be believed. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  /** The provider's own error code, where it gave one. */
  readonly code: string | undefined

  constructor(message: string, { code, cause }: { code?: string; cause?: unknown } = {}) {
    super(message, { cause })
    this.code = code
  }
}
