/** The codes of RFC 6749, RFC 6750, RFC 7009 and OpenID Connect Core that the endpoints answer. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_token'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_token_type'
  | 'login_required'
  | 'access_denied'

/** A request that an endpoint refuses; the client is told the code. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: OAuthErrorCode
  /** Of an answer that is no redirect. */
  readonly status: 400 | 401

  /** @param message for the developer; it holds no secret */
  constructor(code: OAuthErrorCode, message: string, status: 400 | 401 = 400) {
    super(message)
    this.code = code
    this.status = status
  }

  /** The message in the letters that OAuth 2.0 allows (RFC 6749, sections 4.1.2.1 and 5.2). */
  get description(): string {
    return this.message.replace(/[^ !#-[\]-~]/gu, '?')
  }
}

/** A request that says nowhere to return to that could be trusted, so that the person is told instead of the client. */
export class UnusableRequestError extends Error {
  override readonly name = 'UnusableRequestError'
  /** What the error page's address says, as Cognito's does. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
