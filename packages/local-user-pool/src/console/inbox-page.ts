import { html } from 'hono/html'
import type { Delivery } from '../domain/deliveries.ts'

const texts = {
  ja: {
    title: '受信箱',
    about:
      'このパソコンのユーザープールが「送信」したメールと SMS です。新しい順に並び、届くと自動で表示されます。',
    empty: 'まだ何も届いていません。新規登録やパスワードの再設定をすると、ここに確認コードが届きます。',
    kinds: {
      'sign-up': '新規登録の確認コード',
      'sign-in': 'ログインの認証コード',
      reset: 'パスワード再設定の確認コード',
      verification: 'メールアドレス・電話番号の確認コード',
      invitation: '招待（仮パスワード）',
    },
    to: '宛先：',
    copy: 'コピー',
    copied: 'コピーしました',
  },
  en: {
    title: 'Inbox',
    about:
      'The e-mails and text messages that the local user pool “sent”, latest first. The page updates by itself.',
    empty: 'Nothing has arrived yet. Sign up or reset a password, and the code comes here.',
    kinds: {
      'sign-up': 'Code to confirm a sign-up',
      'sign-in': 'Code to sign in',
      reset: 'Code for a new password',
      verification: 'Code to verify an address',
      invitation: 'Invitation (temporary password)',
    },
    to: 'To: ',
    copy: 'Copy',
    copied: 'Copied',
  },
} as const

/** The inbox as a person sees it, in the language that the browser prefers. */
export function inboxPage(items: readonly (Delivery & { readonly id: number })[], acceptLanguage: string) {
  const lang = acceptLanguage.trim().toLowerCase().startsWith('ja') ? 'ja' : 'en'
  const text = texts[lang]
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text.title}</title>
<link rel="stylesheet" href="/_local/inbox.css">
<script type="module" src="/_local/inbox.js"></script>
</head>
<body data-latest="${items[0]?.id ?? 0}" data-copied="${text.copied}">
<main>
<h1>${text.title}</h1>
<p>${text.about}</p>
<p role="status" id="status"></p>
${items.length === 0 ? html`<p class="empty">${text.empty}</p>` : ''}
<ol>
${items.map(
  ({ destination, kind, secret, subject, text: words, sentAt }) => html`<li>
<p class="kind">${text.kinds[kind]}</p>
${subject === null ? '' : html`<p class="subject">${subject}</p>`}
${words === null ? '' : html`<p class="words">${words}</p>`}
<p class="secret"><code>${secret}</code> <button type="button" data-copy="${secret}">${text.copy}</button></p>
<p class="to">${text.to}${destination} · <time datetime="${new Date(sentAt).toISOString()}">${new Date(sentAt).toLocaleString(lang)}</time></p>
</li>`,
)}
</ol>
</main>
</body>
</html>`
}

export const script = `
const { latest, copied } = document.body.dataset
document.addEventListener('click', async ({ target }) => {
  const text = target.dataset?.copy
  if (text === undefined) return
  await navigator.clipboard.writeText(text)
  document.getElementById('status').textContent = copied
})
setInterval(async () => {
  try {
    const response = await fetch(location.href, { headers: { accept: 'application/json' } })
    const { items } = await response.json()
    if (String(items[0]?.id ?? 0) !== latest) location.reload()
  } catch {
    // The pool was ended; the next try finds it again when it is back.
  }
}, 2000)
`

export const style = `
:root { color-scheme: light dark; font: 1rem/1.7 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
  --line: light-dark(#d9d6d0, #3b3a38); --quiet: light-dark(#5f5b55, #aeaaa3) }
body { margin: 0; background: light-dark(#faf9f7, #171614); color: light-dark(#211f1c, #f0eeea) }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.5rem; margin: 0 }
ol { list-style: none; padding: 0 }
li { padding: 1rem 0; border-top: 1px solid var(--line) }
li p { margin: 0 }
.kind { font-weight: 600 }
.secret code { font: 600 1.5rem/1.6 ui-monospace, monospace; letter-spacing: .06em; overflow-wrap: anywhere }
.words { white-space: pre-line; overflow-wrap: anywhere }
.to, p { color: var(--quiet) } .kind, .subject, .words, .secret { color: inherit }
button { font: inherit; min-height: 2.25rem; padding: 0 .9rem; margin-left: .5rem; border: 1px solid var(--line);
  border-radius: .5rem; background: transparent; color: inherit; cursor: pointer }
:focus-visible { outline: 3px solid light-dark(#1a5fb4, #8ab8ff); outline-offset: 2px }
`
