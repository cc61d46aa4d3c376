import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Local } from '../local.ts'
import type { SeenRequest } from '../requests.ts'
import { answer, type Language, languageOf, type Markup, type Texts, time, wantsPage } from './layout.ts'

const texts = {
  ja: {
    about:
      'API へのリクエストと、その判定です。新しい順に並び、届くと自動で表示されます。パスワード・トークン・コードは表示しません。',
    empty: 'まだリクエストはありません。',
    none: '（操作名なし）',
    outcomes: { ok: '成功', fault: '障害' },
    refused: '拒否：',
    members: {
      user: 'ユーザー',
      client: 'クライアント',
      pool: 'プール',
      flow: 'フロー',
      challenge: 'チャレンジ',
      group: 'グループ',
    },
  },
  en: {
    about:
      'The requests of the API, and what was decided, latest first. The page updates by itself. No password, token or code is shown.',
    empty: 'No request yet.',
    none: '(no operation)',
    outcomes: { ok: 'Done', fault: 'Fault' },
    refused: 'Refused: ',
    members: {
      user: 'user',
      client: 'client',
      pool: 'pool',
      flow: 'flow',
      challenge: 'challenge',
      group: 'group',
    },
  },
} satisfies Texts<object>

/** The latest requests, and why each was answered as it was. */
export function requestsPage({ requests }: Local): Hono {
  const app = new Hono()
  app.get('/', async (c, next) => {
    if (!wantsPage(c)) return next()
    const lang = languageOf(c)
    const text = texts[lang]
    const items = requests.list()
    return answer(c, {
      name: 'requests',
      latest: items[0]?.id ?? 0,
      main: html`<p class="about">${text.about}</p>
${items.length === 0 ? html`<p class="empty">${text.empty}</p>` : ''}
<ol class="items" id="live">
${items.map((item) => line(item, lang))}
</ol>`,
    })
  })
  return app
}

function line({ id, at, operation, about, outcome, detail }: SeenRequest, lang: Language): Markup {
  const text = texts[lang]
  const isRefused = outcome !== 'ok' && outcome !== 'fault'
  const label = isRefused ? outcome : text.outcomes[outcome as 'ok' | 'fault']
  const members = Object.entries(about).map(
    ([name, value]) =>
      html`<span class="part">${text.members[name as keyof typeof text.members]} ${value} · </span>`,
  )
  return html`<li data-id="${id}">
<p class="kind">${operation || text.none} <span class="${outcome === 'ok' ? 'good' : 'bad'}">${label}</span></p>
${detail === '' ? '' : html`<p>${isRefused ? text.refused : ''}<span lang="en">${detail}</span></p>`}
<p class="to">${members}${time(at, lang)}</p>
</li>`
}
