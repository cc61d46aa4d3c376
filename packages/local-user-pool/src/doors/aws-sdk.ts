import type { LocalUserPool } from '../pool.ts'

/** What the AWS SDK gives to a request handler (`HttpRequest` of `@smithy/types`), as far as it matters here. */
interface SdkRequest {
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly method: string
  readonly headers: Record<string, string>
  /** Bytes or text: no operation of this API streams. */
  readonly body?: string | Uint8Array<ArrayBuffer>
}

interface SdkResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** A request handler for clients of the AWS SDK for JavaScript v3. */
export interface SdkRequestHandler {
  handle(
    request: SdkRequest,
    options?: { readonly abortSignal?: unknown },
  ): Promise<{ readonly response: SdkResponse }>
  /** Does nothing: there is no connection to configure. */
  updateHttpClientConfig(): void
  httpHandlerConfigs(): Record<string, never>
}

/**
 * Answers the requests of a client of the AWS SDK by the pool, whatever its region and endpoint are:
 *
 * ```ts
 * new CognitoIdentityProviderClient({ region, credentials, requestHandler: requestHandlerOf(pool) })
 * ```
 *
 * Credentials are not looked at, but the SDK wants some for the operations of administrators. A connection that a fault
 * cuts looks to the SDK like any other, so it tries again.
 */
export function requestHandlerOf({ fetch }: Pick<LocalUserPool, 'fetch'>): SdkRequestHandler {
  return {
    async handle({ protocol, hostname, port, path, method, headers, body }, { abortSignal } = {}) {
      const host = port === undefined ? hostname : `${hostname}:${port}`
      const signal = abortSignal instanceof AbortSignal ? abortSignal : undefined
      const request = new Request(`${protocol}//${host}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      })
      const response = await fetch(request).finally(() => {
        // Not the signal's own reason: the SDK tries again after a time-out, but never after this.
        if (signal?.aborted) throw new DOMException('Request aborted', 'AbortError')
      })
      return {
        response: {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: new Uint8Array(await response.arrayBuffer()),
        },
      }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  }
}
