import { getCookie, setCookie } from 'hono/cookie'
import type { OAuthRequest } from '../oauth2/endpoint.ts'
import { type Language, texts } from './texts/index.ts'

const cookie = 'lang'

/**
 * The language of a page: what the authorization request asks for, else what was asked for before, else what the
 * browser prefers.
 *
 * @param asked the parameter `lang`, a BCP 47 tag
 */
// documented: managed login remembers lang in a cookie. differs: without it the browser's language decides, where
// Cognito's pages are in English.
export function languageOf(c: OAuthRequest, asked?: string): Language {
  const preferred = (c.req.header('accept-language') ?? '').split(',')
  const tags = [asked, getCookie(c, cookie, 'host'), ...preferred]
  const lang = tags.map(languageNamed).find((name) => name !== undefined) ?? 'en'
  if (languageNamed(asked) !== undefined) {
    setCookie(c, cookie, lang, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', prefix: 'host' })
  }
  return lang
}

/** `ja-JP;q=0.9` is `ja`. */
function languageNamed(tag: string | undefined): Language | undefined {
  const [primary] = (tag ?? '').trim().toLowerCase().split(/[-;_]/)
  return (Object.keys(texts) as Language[]).find((name) => name === primary)
}
