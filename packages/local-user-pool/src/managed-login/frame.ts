import { html } from 'hono/html'
import { policySourceOf } from '../core/policy-source.ts'
import { csrfToken } from './csrf.ts'
import { addressOf, type Problem, textsOf, type Visit } from './visit.ts'

export type Markup = ReturnType<typeof html>

/** What differs from page to page. */
export interface Sheet {
  readonly title: string
  readonly main: Markup
  readonly problem?: Problem | undefined
  /** Good news about what was done before. */
  readonly notice?: string | undefined
  readonly status?: 200 | 400 | 403
  /** The page begins a ceremony of WebAuthn. */
  readonly runsScript?: true
}

/** Where a page is shown: not all that leads to one is an authorization request. */
interface Place extends Pick<Visit, 'c' | 'lang'> {
  readonly brand: string
  /** Where a form may lead to beside the pages themselves. */
  readonly returnsTo?: string | undefined
  /** The same page in the other language. */
  readonly other?: string
}

/** Answers a page of somebody whom a client has sent. */
export function show(visit: Visit, sheet: Sheet): Response | Promise<Response> {
  const { c, lang, request } = visit
  const other = new URLSearchParams(request.query)
  other.set('lang', lang === 'ja' ? 'en' : 'ja')
  return draw(
    {
      c,
      lang,
      brand: request.pool.Name ?? request.pool.Id,
      returnsTo: policySourceOf(request.redirectUri),
      // A page that answers a form has no address of its own.
      ...(c.req.method !== 'POST' && { other: `${c.req.path}?${other}` }),
    },
    sheet,
  )
}

/** Answers a page in the frame that all of them share. */
export function draw({ c, lang, brand, returnsTo, other }: Place, sheet: Sheet) {
  const { title, main, problem, notice, status = problem ? 400 : 200, runsScript } = sheet
  const text = textsOf({ lang })
  // Browsers hold a form to this also where it is answered by a redirect, as back to the client.
  const formAction = `form-action 'self'${returnsTo ? ` ${returnsTo}` : ''}`
  const script = runsScript ? "; script-src 'self'" : ''
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'${script}; ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  )
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cache-control', 'no-store')
  return c.html(
    html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${problem ? text.problem(title) : title} – ${brand}</title>
<link rel="stylesheet" href="/managed-login/page.css">
${runsScript ? html`<script type="module" src="/managed-login/passkey.js"></script>` : ''}
</head>
<body>
<main>
<p class="brand">${brand}</p>
<h1>${title}</h1>
${problem ? html`<p role="alert" class="problem" id="problem">${problem.text}</p>` : ''}
${notice ? html`<p role="status" class="notice">${notice}</p>` : ''}
${main}
</main>
<footer>
${other ? html`<p><a href="${other}" hreflang="${lang === 'ja' ? 'en' : 'ja'}" lang="${lang === 'ja' ? 'en' : 'ja'}">${text.other}</a></p>` : ''}
<p>${text.stand} <a href="/_local/inbox">${text.inbox}</a></p>
</footer>
</body>
</html>`,
    status,
  )
}

/** A form that posts to a page, with what says that it is ours. */
export function form(
  visit: Visit,
  path: string,
  hidden: Readonly<Record<string, string | undefined>>,
  content: Markup,
): Markup {
  return html`<form method="post" action="${addressOf(visit, path)}">
<input type="hidden" name="_csrf" value="${csrfToken(visit.c, visit.context)}">
${Object.entries(hidden).map(([name, value]) =>
  value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`,
)}
${content}
</form>`
}

/** Links to other pages, one below the other. */
export const links = (visit: Visit, targets: readonly (readonly [string, string])[]): Markup =>
  html`<ul class="links">${targets.map(
    ([path, label]) => html`<li><a href="${addressOf(visit, path)}">${label}</a></li>`,
  )}</ul>`

/** A page that is read, with a way on. */
export function note(
  visit: Visit,
  { title, text }: { readonly title: string; readonly text: string },
  status: 200 | 400 | 403 = 400,
) {
  const main = html`<p role="alert">${text}</p>
${links(visit, [['/login', textsOf(visit).links.startOver]])}`
  return show(visit, { title, main, status })
}
