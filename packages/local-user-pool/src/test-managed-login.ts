import { expect } from 'vitest'
import { callback, requestOf, TestBrowser } from './test-oauth.ts'
import type { TestPool } from './test-pool.ts'

/** Somebody at the managed login pages: what they see, and what they send. */
export interface Person {
  readonly browser: TestBrowser
  /** What they see, as HTML. */
  readonly page: string
  readonly status: number
  readonly title: string
  /** What the page says is wrong. */
  readonly problem: string | undefined
  /** Where they were sent: the code of the client's, once they are signed in. */
  readonly code: string | undefined
  /** Sends the page's form with what they type. */
  send(typed: Readonly<Record<string, string>>, headers?: Record<string, string>): Promise<Person>
  /** The value of a hidden field. */
  hidden(name: string): string | undefined
}

/** Somebody whom the test's client has sent to a page. */
export async function personAt(
  pool: TestPool,
  path = '/login',
  more: Readonly<Record<string, string>> = {},
  browser = new TestBrowser(pool),
): Promise<Person> {
  return seeing(browser, await browser.get(path, requestOf(pool, more)))
}

async function seeing(browser: TestBrowser, response: Response): Promise<Person> {
  const page = await response.text()
  const location = response.headers.get('location')
  if (location !== null) expect(location.startsWith(callback)).toBe(true)
  return {
    browser,
    page,
    status: response.status,
    title: /<title>(.*?) – /.exec(page)?.[1] ?? '',
    problem: /<p role="alert"[^>]*>(.+?)<\/p>/s.exec(page)?.[1],
    code: (location && new URL(location).searchParams.get('code')) ?? undefined,
    send: async (typed, headers) => seeing(browser, await browser.fill(page, typed, headers)),
    hidden: (name) => new RegExp(`<input type="hidden" name="${name}" value="([^"]*)">`).exec(page)?.[1],
  }
}
