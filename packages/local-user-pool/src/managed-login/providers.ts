import { html } from 'hono/html'
import { providersOf } from '../oauth2/identity-provider.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import { type Markup, show } from './frame.ts'
import { textsOf, type Visit } from './visit.ts'

/** What people call the providers that Cognito has names of its own for. */
const brands: Readonly<Record<string, string>> = {
  LoginWithAmazon: 'Amazon',
  SignInWithApple: 'Apple',
}

/** Links to the identity providers that the client supports; nothing where it supports none. */
export function providerLinks({ context, request, lang }: Visit): Markup | '' {
  const providers = providersOf(context, request)
  if (providers.length === 0) return ''
  const text = textsOf({ lang })
  return html`<ul class="providers">${providers.map(
    (provider) =>
      html`<li><a href="${addressOf(request.query, provider)}">${text.links.provider(nameOf(provider))}</a></li>`,
  )}</ul>`
}

/** The sign-in page of a client that takes people of providers alone. */
export function providersAlone(visit: Visit) {
  return show(visit, { title: textsOf(visit).chooseProvider, main: html`${providerLinks(visit)}` })
}

const nameOf = ({ ProviderName = '', ProviderType = 'OIDC' }: IdentityProviderType) =>
  brands[ProviderType] ?? ProviderName

/** The authorization request once more, with the provider named. */
function addressOf(query: string, { ProviderName = '' }: IdentityProviderType): string {
  const parameters = new URLSearchParams(query)
  parameters.delete('idp_identifier')
  parameters.set('identity_provider', ProviderName)
  return `/oauth2/authorize?${parameters}`
}
