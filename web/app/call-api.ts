/** How the API answered. */
export type ApiAnswer =
  | {
      readonly reached: true
      readonly status: number
      readonly milliseconds: number
      readonly body: string
      readonly reason: string
    }
  | { readonly reached: false }

/** Calls the API with a token, and reads why it refuses where it does. */
export async function callApi(url: string, jwt: string, now = () => performance.now()): Promise<ApiAnswer> {
  const start = now()
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${jwt}` }, cache: 'no-store' })
    const text = await response.text()
    const milliseconds = Math.round(now() - start)
    const json = parsed(text)
    return {
      reached: true,
      status: response.status,
      milliseconds,
      body: json === undefined ? text : JSON.stringify(json, null, 2),
      reason: response.status === 401 ? reasonIn(json, response.headers.get('www-authenticate')) : '',
    }
  } catch {
    return { reached: false }
  }
}

/**
 * The reason in the body, else the one in `WWW-Authenticate` (RFC 6750 section 3), which a browser shows only
 * where the API exposes that header.
 */
export function reasonIn(body: unknown, header: string | null): string {
  const said = Object.entries(typeof body === 'object' && body !== null ? body : {})
  const word = ['reason', 'message', 'error'].map((key) => said.find(([name]) => name === key)?.[1])
  const found = word.find((value) => typeof value === 'string')
  return found ?? /error_description="([^"]*)"/.exec(header ?? '')?.[1] ?? header ?? ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
