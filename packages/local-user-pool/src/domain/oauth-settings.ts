import { isLoopback } from '../core/loopback.ts'
import { invalidOAuthFlow, invalidParameter, scopeDoesNotExist } from '../protocol/exceptions.ts'
import type { CreateUserPoolClientRequest } from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import { ownScopes, scopesOfServers } from './scopes.ts'
import type { UserPool } from './user-pools.ts'

type OAuthSettings = Pick<
  CreateUserPoolClientRequest,
  'AllowedOAuthFlows' | 'AllowedOAuthScopes' | 'CallbackURLs' | 'LogoutURLs'
>

/** Schemes that browsers act on themselves, so that no app has them. */
const ofBrowsers = ['about:', 'blob:', 'data:', 'file:', 'ftp:', 'javascript:', 'vbscript:', 'ws:', 'wss:']

// observed: 127.0.0.1 and [::1] beside the documented localhost, in an announcement in a public issue of vscode.
const isPlainHttp = (url: string) => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopback(hostname)
}

/** Whether a text is a URL of https, of http at this machine, or of an app's own scheme, without a fragment. */
export function isAllowedUrl(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#') || isPlainHttp(text)) return false
  return !ofBrowsers.includes(new URL(text).protocol)
}

// documented: an absolute URL without a fragment, of https but for http://localhost, or of an app's own scheme.
// observed: the words for http, in public code bases. assumed: the others.
function checkUrls(name: string, urls: readonly string[]): void {
  const refused = urls.find((url) => !isAllowedUrl(url))
  if (refused === undefined) return
  const isHttp = URL.canParse(refused) && isPlainHttp(refused)
  throw invalidParameter(
    isHttp ? `${refused} cannot use the HTTP protocol.` : `${name} cannot have the URL ${refused}.`,
  )
}

/**
 * Refuses OAuth settings of an app client that do not go together, or name what is not there.
 *
 * @throws InvalidOAuthFlowException, ScopeDoesNotExistException, InvalidParameterException
 */
// observed: the words of all other refusals, in public issues and code bases.
export function checkOAuthSettings(
  collections: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
  settings: OAuthSettings,
  hasSecret: boolean,
): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = settings
  checkUrls('CallbackURLs', settings.CallbackURLs ?? [])
  checkUrls('LogoutURLs', settings.LogoutURLs ?? [])
  const known = [...ownScopes, ...scopesOfServers(collections, pool)]
  const unknown = scopes.find((scope) => !known.includes(scope))
  if (unknown !== undefined) throw scopeDoesNotExist(`Invalid scope requested: ${unknown}`)
  if (!flows.includes('client_credentials')) return
  if (flows.length > 1) {
    throw invalidOAuthFlow(
      'client_credentials flow can not be selected along with code flow or implicit flow.',
    )
  }
  if (!hasSecret) {
    throw invalidOAuthFlow(
      'client_credentials flow can not be selected if client does not have a client secret.',
    )
  }
  const ofPeople = scopes.find((scope) => ownScopes.includes(scope))
  if (ofPeople !== undefined)
    throw invalidOAuthFlow(`${ofPeople} is not supported with client_credentials flow`)
}
