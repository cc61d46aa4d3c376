import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'

export type Language = 'ja' | 'en'

/** A text in every language. */
export type Texts<Text> = Readonly<Record<Language, Text>>

export type Markup = ReturnType<typeof html>

/** The pages, in the order of the navigation. Each is a file of this folder. */
const pages = {
  inbox: { ja: '受信箱', en: 'Inbox' },
  users: { ja: 'ユーザー', en: 'Users' },
  requests: { ja: 'リクエスト', en: 'Requests' },
  tokens: { ja: 'トークン', en: 'Tokens' },
  clock: { ja: '時計', en: 'Clock' },
  faults: { ja: '障害', en: 'Faults' },
} satisfies Readonly<Record<string, Texts<string>>>

const texts = {
  ja: {
    name: 'ローカルのユーザープール',
    pages: 'ページ',
    skip: '本文へ移動',
    copied: 'コピーしました',
    arrived: '新しい項目が届きました',
    other: 'English',
  },
  en: {
    name: 'Local user pool',
    pages: 'Pages',
    skip: 'Skip to the content',
    copied: 'Copied',
    arrived: 'Something new has arrived',
    other: '日本語',
  },
} satisfies Texts<object>

export interface Page {
  /** Of the navigation; a page that is reached from elsewhere alone has none. */
  readonly name?: keyof typeof pages
  /** Where it is not the name in the navigation. */
  readonly title?: string
  /** An origin beside our own that its forms may lead to. */
  readonly leadsTo?: string
  readonly main: Markup
  /** The page adds what is new to its element `live`: the items of the control of the same name, from this id on. */
  readonly latest?: number
}

const cookie = 'local-user-pool-language'

/** The language that was chosen on a page, else the one that the browser prefers. */
export function languageOf(c: Context): Language {
  const chosen = c.req.query('lang') ?? getCookie(c, cookie)
  if (chosen === 'ja' || chosen === 'en') return chosen
  return (c.req.header('accept-language') ?? '').trim().toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

/** Whether a browser asks for a page, and not a program for JSON at the same address. */
export const wantsPage = (c: Context) => c.req.header('accept')?.includes('text/html') ?? false

/** Answers a page in the frame that all of them share. */
export function answer(c: Context, page: Page, status: 200 | 400 | 404 = 200) {
  const lang = languageOf(c)
  if (c.req.query('lang') === lang)
    setCookie(c, cookie, lang, { path: '/_local', sameSite: 'Strict', httpOnly: true })
  // No other page may draw it in a frame, where somebody would press its buttons without seeing them.
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self' ${page.leadsTo ?? ''}; frame-ancestors 'none'; base-uri 'none'`,
  )
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  return c.html(frame(page, lang, new URL(c.req.url)), status)
}

function frame({ name, title, main, latest }: Page, lang: Language, { pathname, searchParams }: URL) {
  const text = texts[lang]
  const heading = title ?? (name ? pages[name][lang] : text.name)
  const other = lang === 'ja' ? 'en' : 'ja'
  const inOther = new URLSearchParams(
    [...searchParams].filter(([key]) => key !== 'lang').concat([['lang', other]]),
  )
  const live = latest === undefined ? '' : html` data-live="/_local/${name}" data-latest="${latest}"`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading} – ${text.name}</title>
<link rel="stylesheet" href="/_local/console.css">
<script type="module" src="/_local/console.js"></script>
</head>
<body data-copied="${text.copied}" data-arrived="${text.arrived}"${live}>
<a class="skip" href="#main">${text.skip}</a>
<header>
<nav aria-label="${text.pages}">
<ul>
${Object.entries(pages).map(
  ([page, label]) =>
    html`<li><a href="/_local/${page}"${page === name ? html` aria-current="page"` : ''}>${label[lang]}</a></li>`,
)}
<li class="language"><a href="${pathname}?${inOther.toString()}" lang="${other}" hreflang="${other}">${text.other}</a></li>
</ul>
</nav>
</header>
<main id="main" tabindex="-1">
<h1>${heading}</h1>
<p role="status" id="status"></p>
${main}
</main>
</body>
</html>`
}

/** A time as people of the language write it. */
export function time(milliseconds: number, lang: Language): Markup {
  const date = new Date(milliseconds)
  return html`<time datetime="${date.toISOString()}">${date.toLocaleString(lang)}</time>`
}

/** What went wrong, at the head of a form; nothing where nothing did. */
export const alert = (message: string | undefined): Markup | '' =>
  message === undefined ? '' : html`<p role="alert" class="alert">${message}</p>`

/** What a form says. A body that is no form is as good as an empty one. */
export const formOf = async (c: Context): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(new URLSearchParams(await c.req.text()))

/** A field of a form as text, without blanks around it. */
export function field(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}
