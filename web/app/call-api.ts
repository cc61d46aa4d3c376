/** The code of a refusal, and its sentence in the API's own language. Either may be empty. */
export interface Refusal {
  readonly error: string
  readonly message: string
}

/** How the API answered. */
export type ApiAnswer =
  | {
      readonly reached: true
      readonly status: number
      readonly milliseconds: number
      readonly body: string
      /** Only of a 401. */
      readonly refusal?: Refusal
    }
  | { readonly reached: false }

/** Calls the API by a `fetch` that attaches the token, and reads why it refuses where it does. */
export async function callApi(
  url: string,
  authorizedFetch: typeof fetch,
  now = () => performance.now(),
): Promise<ApiAnswer> {
  const start = now()
  try {
    const response = await authorizedFetch(url, { cache: 'no-store' })
    const text = await response.text()
    const milliseconds = Math.round(now() - start)
    const json = parsed(text)
    return {
      reached: true,
      status: response.status,
      milliseconds,
      body: json === undefined ? text : JSON.stringify(json, null, 2),
      ...(response.status === 401 && { refusal: refusalIn(json, response.headers.get('www-authenticate')) }),
    }
  } catch {
    return { reached: false }
  }
}

/**
 * Why the API refuses: `error` and `message` of its body, else those of `WWW-Authenticate` (RFC 6750 section 3),
 * which a browser shows only where the API exposes that header.
 */
export function refusalIn(body: unknown, header: string | null): Refusal {
  const said = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  const word = (key: string) => (typeof said.get(key) === 'string' ? String(said.get(key)) : undefined)
  return {
    error: word('error') ?? /error="([^"]*)"/.exec(header ?? '')?.[1] ?? '',
    message: word('message') ?? word('reason') ?? /error_description="([^"]*)"/.exec(header ?? '')?.[1] ?? '',
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
