/** What came of a request: an answer, whatever its status, or why there is none. */
export type Answer =
  | {
      readonly is: 'answered'
      readonly url: string
      /** Where it came from: another address where redirects were followed. */
      readonly from: string
      readonly status: number
      readonly headers: Headers
      readonly text: string
      /** This machine's clock when the answer came, in milliseconds since 1970. */
      readonly at: number
    }
  | { readonly is: 'unreached'; readonly url: string; readonly why: string }

/** What probes ask with. */
export interface Asker {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that each request may take. */
  readonly patience: number
  /** Sends a request, and waits no longer than patience lasts; follows no redirect. Never rejects. */
  send(url: string, init?: RequestInit): Promise<Answer>
}

/** What is asked at the moment, for whoever waits. */
export type OnPending = (pending: readonly string[]) => void

/**
 * Makes what probes ask with.
 *
 * @param patience milliseconds that each request may take
 */
export function createAsker(now: () => number, patience: number, onPending: OnPending = () => {}): Asker {
  const pending: string[] = []
  return {
    now,
    patience,
    async send(url, init = {}) {
      pending.push(url)
      onPending([...pending])
      try {
        const answer = await fetch(url, {
          redirect: 'manual',
          ...init,
          signal: AbortSignal.timeout(patience),
        })
        const text = await answer.text()
        const { status, headers } = answer
        return { is: 'answered', url, from: answer.url || url, status, headers, text, at: now() }
      } catch (error) {
        return { is: 'unreached', url, why: reasonOf(error) }
      } finally {
        pending.splice(pending.indexOf(url), 1)
        onPending([...pending])
      }
    },
  }
}

/** The code of what went wrong, such as ENOTFOUND; `fetch` keeps it below. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  const { cause } = error
  const { code } = (cause ?? error) as { code?: unknown }
  if (typeof code === 'string') return code
  return cause instanceof Error ? cause.message : error.message
}

/** The text of an answer as JSON; undefined where it is none. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return json !== null && typeof json === 'object' ? (json as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
