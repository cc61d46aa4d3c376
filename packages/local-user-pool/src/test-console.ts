import type { LocalUserPool } from './pool.ts'

/** The console of a pool as a browser sees it. */
export interface TestConsole {
  /** The HTML of a page, in English unless told otherwise. */
  page(path: string, language?: string): Promise<string>
  /** Sends a form of a page. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
}

const address = 'http://localhost:9339'

export function testConsole({ fetch }: Pick<LocalUserPool, 'fetch'>): TestConsole {
  const headers = (language: string) => ({ accept: 'text/html', 'accept-language': language })
  return {
    async page(path, language = 'en-GB') {
      const response = await fetch(new Request(`${address}/_local/${path}`, { headers: headers(language) }))
      return response.text()
    },
    send: (path, fields) =>
      fetch(
        new Request(`${address}/_local/${path}`, {
          method: 'POST',
          headers: { ...headers('en-GB'), origin: address },
          body: new URLSearchParams(fields),
        }),
      ),
  }
}
