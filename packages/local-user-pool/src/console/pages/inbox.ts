import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Local } from '../local.ts'
import { answer, languageOf, type Texts, time, wantsPage } from './layout.ts'

const texts = {
  ja: {
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
  },
  en: {
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
  },
} satisfies Texts<object>

/** The inbox as a person sees it. */
export function inboxPage({ context: { deliveries } }: Local): Hono {
  const app = new Hono()
  app.get('/', async (c, next) => {
    if (!wantsPage(c)) return next()
    const lang = languageOf(c)
    const text = texts[lang]
    const items = deliveries.list(200)
    return answer(c, {
      name: 'inbox',
      latest: items[0]?.id ?? 0,
      main: html`<p class="about">${text.about}</p>
${items.length === 0 ? html`<p class="empty">${text.empty}</p>` : ''}
<ol class="items" id="live">
${items.map(
  ({ id, destination, kind, secret, subject, text: words, sentAt }) => html`<li data-id="${id}">
<p class="kind">${text.kinds[kind]}</p>
${subject === null ? '' : html`<p class="subject">${subject}</p>`}
${words === null ? '' : html`<p class="words">${words}</p>`}
<p class="secret"><code>${secret}</code> <button type="button" data-copy="${secret}">${text.copy}</button></p>
<p class="to">${text.to}${destination} · ${time(sentAt, lang)}</p>
</li>`,
)}
</ol>`,
    })
  })
  return app
}
