import type { Session } from './session'

/** Who may be sent a token, and which one. */
export interface ApiConfiguration {
  /** Origins such as `https://api.example.com`. A token goes to no other, the page's own included. */
  readonly origins: readonly string[]
  /**
   * Which token the API takes. Access tokens are made for this (OWASP ASVS 5.0, 9.2.2); an API Gateway authorizer of
   * the type Cognito, without scopes, takes ID tokens. Default: `accessToken`.
   */
  readonly token?: 'accessToken' | 'idToken'
}

/** Thrown by `authorizedFetch` where nobody is signed in (any more). The entrance takes the place of the page by then. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
  constructor() {
    super('Nobody is signed in.')
  }
}

/** What `authorizedFetch` needs of the session. */
interface Source {
  /** The session with valid tokens; undefined when it has ended. With `forceRefresh` the tokens are new. */
  fetchSession(options?: { readonly forceRefresh?: boolean }): Promise<Session | undefined>
}

/**
 * `fetch` for one's own API, as whoever is signed in: attaches the token, refreshed first where it had expired; where
 * the API answers 401 all the same, refreshes once more and tries once more.
 *
 * A redirect is followed as `fetch` does: browsers of today leave the token out where it leads to another origin.
 *
 * @returns like `fetch`; it rejects with a `SignedOutError` where nobody is signed in, and with a `TypeError` where the
 *   origin is not one of `origins`: nothing is sent then
 */
export function createAuthorizedFetch(
  { origins, token = 'accessToken' }: ApiConfiguration,
  { fetchSession }: Source,
  page: { readonly href: () => string; readonly fetch: (request: Request) => Promise<Response> } = {
    href: () => location.href,
    fetch: (request) => fetch(request),
  },
): typeof fetch {
  async function signedIn(options?: { readonly forceRefresh: boolean }): Promise<Session> {
    const session = await fetchSession(options)
    if (!session) throw new SignedOutError()
    return session
  }

  /** Another token than the one that was refused; somebody else may have refreshed it by now. */
  async function signedInAnew(refused: Session): Promise<Session> {
    const now = await signedIn()
    const fresh = now[token].jwt === refused[token].jwt ? await signedIn({ forceRefresh: true }) : now
    // What one user asked for is not sent as another, who has come in the meantime.
    if (fresh.userId !== refused.userId) throw new SignedOutError()
    return fresh
  }

  function send(request: Request, session: Session): Promise<Response> {
    request.headers.set('authorization', `Bearer ${session[token].jwt}`)
    return page.fetch(request)
  }

  return async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, page.href()), init)
    const { origin } = new URL(request.url)
    if (!origins.includes(origin)) {
      throw new TypeError(
        `authorizedFetch sends no token to ${origin}. List the origin in api.origins if it is your API.`,
      )
    }
    // A body can be read once only; this copy is for the second try.
    const again = request.clone()
    const session = await signedIn()
    const answer = await send(request, session)
    return answer.status === 401 ? send(again, await signedInAnew(session)) : answer
  }
}
