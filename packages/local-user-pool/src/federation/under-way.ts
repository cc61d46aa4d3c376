import { timingSafeEqual } from 'node:crypto'
import { newToken } from '../core/identifiers.ts'
import { policySourceOf } from '../core/policy-source.ts'
import { sha256 } from '../core/sha256.ts'
import type { Context } from '../domain/context.ts'
import type { AuthorizationRequest } from '../oauth2/authorization-request.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import type { Attempt } from './federation.ts'

/** What is remembered of a sign-in at a provider until it comes back. */
interface AttemptState {
  readonly providerName: string
  /** The authorization request that it is for. */
  readonly query: string
  readonly nonce: string
  readonly codeVerifier: string
  /** The hash of what the browser's cookie says: nobody finishes in one browser what another has begun. */
  readonly browser: string
}

// assumed: how long somebody may take at a provider.
const minutes = 15

/** Where a provider's answers come, from the root of the domain. */
// documented: an OIDC provider has to be told this address.
export const responsePath = '/oauth2/idpresponse'

/**
 * Remembers that somebody goes to a provider.
 *
 * @param browser what only their browser knows
 */
export function beginAttempt(
  { world, challenges }: Context,
  { client, query, loginHint }: AuthorizationRequest,
  { ProviderName: providerName = '' }: IdentityProviderType,
  browser: string,
): Attempt {
  const nonce = newToken(32, world.random)
  const codeVerifier = newToken(32, world.random)
  const remembered: AttemptState = { providerName, query, nonce, codeVerifier, browser: sha256(browser) }
  const state = challenges.remember(client, 'FEDERATED_SIGN_IN', remembered, minutes)
  const redirectUri = `${world.domainEndpoint}${responsePath}`
  return { state, nonce, codeVerifier, redirectUri, ...(loginHint !== undefined && { loginHint }) }
}

/** The attempt that an answer belongs to, which may still be taken up; undefined where there is none, or no client. */
export function findAttempt({ world, clients, challenges }: Context, state: string) {
  const found = challenges.ofHandle<AttemptState>('FEDERATED_SIGN_IN', state)
  const client = found && clients.find(found.clientId)
  if (!client || found.used || challenges.isOver(found)) return undefined
  const { providerName, query, nonce, codeVerifier, browser } = found.state
  const redirectUri = `${world.domainEndpoint}${responsePath}`
  return {
    attempt: { state, nonce, codeVerifier, redirectUri } satisfies Attempt,
    providerName,
    query,
    client,
    /** The origin that the browser comes to in the end, if it is one that a browser knows. */
    returnsTo: policySourceOf(new URLSearchParams(query).get('redirect_uri') ?? ''),
    /** Whether it is the browser that began it. */
    isOf: (other: string) => timingSafeEqual(Buffer.from(sha256(other)), Buffer.from(browser)),
    /** Takes it off; false where another answer was faster. */
    consume: () => challenges.consume(found),
  }
}
