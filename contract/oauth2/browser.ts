/** Where a browser has come to, with the page that is there; without one at an address that is not the pool's. */
export interface Arrival {
  readonly url: URL
  readonly response?: Response
  readonly page?: string
}

/**
 * A browser without scripts, as far as a user pool's pages need one: it keeps cookies, follows redirects, fills forms,
 * and stops where it leaves the pool's domain.
 */
export class Browser {
  readonly #origin: string
  /** By name, as the pool wrote them. */
  readonly #cookies = new Map<string, string>()

  /** @param domain where the pages are; no other address is asked for anything */
  constructor(domain: string) {
    this.#origin = new URL(domain).origin
  }

  /** The cookies that it keeps, by name: each as the pool wrote it, with what it said about it. */
  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  /** Goes to an address, and on to where that leads. */
  async visit(address: string | URL, init: RequestInit = {}): Promise<Arrival> {
    const url = new URL(address, this.#origin)
    if (url.origin !== this.#origin) return { url }
    const response = await this.send(url, init)
    const location = response.headers.get('location')
    if (location !== null) return this.visit(new URL(location, url))
    return { url, response, page: await response.text() }
  }

  /**
   * Fills the page's form that has these fields, sends it, and goes on to where that leads.
   *
   * @param to another address than the form's own, for somebody who tampers with it
   */
  async submit(
    { url, page = '' }: Arrival,
    typed: Readonly<Record<string, string>>,
    to?: string | URL,
  ): Promise<Arrival> {
    const form = formsOf(page).find(({ fields }) => Object.keys(typed).every((name) => name in fields))
    if (!form) throw new Error(`No form at ${url.pathname} has the fields ${Object.keys(typed).join(', ')}.`)
    return this.visit(to ?? new URL(form.action || url.href, url), {
      method: 'POST',
      headers: { origin: url.origin, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ ...form.fields, ...typed }),
    })
  }

  /** Asks once, with the cookies that it keeps; a redirect is an answer like others. */
  async send(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0) {
      headers.set('cookie', [...this.#cookies.values()].map((cookie) => cookie.split(';')[0]).join('; '))
    }
    const response = await fetch(new URL(address, this.#origin), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      this.keep(cookie)
    }
    return response
  }

  /** Keeps a cookie, or forgets it where it says so. */
  keep(cookie: string): void {
    const name = cookie.slice(0, cookie.indexOf('='))
    if (/; *max-age=0/i.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, cookie)
  }
}

function formsOf(page: string) {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, form = '', content = '']) => ({
    action: attribute(form, 'action') ?? '',
    fields: Object.fromEntries(
      [...content.matchAll(/<input\b([^>]*)>/g)].flatMap(([, input = '']) => {
        const name = attribute(input, 'name')
        return name === undefined ? [] : [[name, attribute(input, 'value') ?? '']]
      }),
    ) as Record<string, string>,
  }))
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value?.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: keyof typeof characters) => characters[entity])
}

const characters = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const
