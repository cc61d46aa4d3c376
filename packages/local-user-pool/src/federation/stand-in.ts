import type { Client } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import type { Claims } from '../domain/federated-users.ts'
import { type Federation, ProviderError } from './federation.ts'

/** What somebody picked on the page. */
interface Picked {
  readonly providerName: string
  readonly claims: Claims
}

/** The address of the page, from the root of the domain. */
export const standInPath = '/_local/identity-provider'

/**
 * Providers that cannot be asked from a machine of one's own: a page in their place, on which one picks who comes back.
 */
export const standIn: Federation = {
  types: ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple', 'SAML'],

  async begin({ world }, _, { state }) {
    return new URL(`${world.domainEndpoint}${standInPath}?${new URLSearchParams({ state })}`)
  },

  async claims({ challenges }, { ProviderName }, _, answer) {
    const error = answer.get('error')
    if (error) throw new ProviderError('Whoever was asked has cancelled.', { code: error })
    const found = challenges.ofHandle<Picked>('STAND_IN', answer.get('code') ?? '')
    const isIts = found && !challenges.isOver(found) && found.state.providerName === ProviderName
    if (!isIts || !challenges.consume(found)) throw new ProviderError('Nobody has come back.')
    return found.state.claims
  },
}

/** The code that stands for somebody who was picked. */
export function standInCode({ challenges }: Context, client: Client, picked: Picked): string {
  return challenges.remember(client, 'STAND_IN', picked)
}
