import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Fault, faultStatuses, readFaults, strikable } from '../fault.ts'
import type { Local } from '../local.ts'
import { UnusableRequestError } from '../unusable-request.ts'
import { alert, answer, field, formOf, languageOf, type Texts, wantsPage } from './layout.ts'

const texts = {
  ja: {
    about: 'Cognito の調子が悪い日を再現します。設定した順に発生し、プールを終了すると消えます。',
    empty: '障害は設定されていません。',
    kinds: { delay: '応答を遅らせる', status: 'エラーを返す', cut: '接続を切る' },
    every: 'すべて',
    whens: { before: '操作の前', after: '操作の後' },
    struck: (count: number, times: number | undefined) =>
      `${count} 回発生${times === undefined ? '' : `（${times} 回まで）`}`,
    remove: '取り除く',
    removeAll: 'すべて取り除く',
    add: '障害を追加',
    kind: '種類',
    operation: '操作またはエンドポイント（空欄はすべて）',
    when: 'いつ',
    times: '回数（空欄は取り除くまで）',
    milliseconds: '遅らせるミリ秒（「応答を遅らせる」のみ）',
    status: 'ステータス（「エラーを返す」のみ）',
  },
  en: {
    about:
      'A bad day of Cognito. Faults strike in the order of the list, and none outlives the pool’s process.',
    empty: 'Nothing goes wrong.',
    kinds: { delay: 'Delay', status: 'Status', cut: 'Cut the connection' },
    every: 'everything',
    whens: { before: 'before the operation', after: 'after the operation' },
    struck: (count: number, times: number | undefined) =>
      `has struck ${count}${times === undefined ? '' : ` of ${times}`} times`,
    remove: 'Remove',
    removeAll: 'Remove all',
    add: 'Add a fault',
    kind: 'Kind',
    operation: 'Operation or endpoint (empty: all)',
    when: 'When',
    times: 'How often (empty: until it is removed)',
    milliseconds: 'Milliseconds (of a delay)',
    status: 'Status (of a status)',
  },
} satisfies Texts<object>

/** What goes wrong on purpose, as a person sets it. */
export function faultsPage({ faults }: Local): Hono {
  const app = new Hono()

  const shown = (c: Parameters<typeof answer>[0], problem?: string) => {
    const text = texts[languageOf(c)]
    const set = faults.list()
    const options = (labels: Readonly<Record<string, string>>) =>
      Object.entries(labels).map(([value, label]) => html`<option value="${value}">${label}</option>`)
    const main = html`<p class="about">${text.about}</p>
${set.length === 0 ? html`<p>${text.empty}</p>` : ''}
<ol class="items">
${set.map((fault, index) => {
  const amount =
    fault.kind === 'delay' ? `${fault.milliseconds} ms` : fault.kind === 'status' ? fault.status : ''
  return html`<li>
<p class="kind">${text.kinds[fault.kind]} ${amount}</p>
<p class="to">${fault.operation ?? text.every} · ${text.whens[fault.when ?? 'before']} · ${text.struck(fault.struck, fault.times)}</p>
<form method="post"><button name="remove" value="${index}">${text.remove}</button></form>
</li>`
})}
</ol>
${set.length > 1 ? html`<form method="post"><button name="remove" value="all">${text.removeAll}</button></form>` : ''}
<h2 id="add">${text.add}</h2>
<form method="post" aria-labelledby="add">
${alert(problem)}
<p><label>${text.kind}<select name="kind">${options(text.kinds)}</select></label></p>
<p><label>${text.operation}<input name="operation" list="operations" autocomplete="off" spellcheck="false"></label></p>
<datalist id="operations">${strikable.map((name) => html`<option value="${name}"></option>`)}</datalist>
<p><label>${text.when}<select name="when">${options(text.whens)}</select></label></p>
<p><label>${text.times}<input type="number" name="times" min="1"></label></p>
<p><label>${text.milliseconds}<input type="number" name="milliseconds" min="1" max="60000" value="2000"></label></p>
<p><label>${text.status}<select name="status">${faultStatuses.map((status) => html`<option>${status}</option>`)}</select></label></p>
<p><button>${text.add}</button></p>
</form>`
    return answer(c, { name: 'faults', main }, problem === undefined ? 200 : 400)
  }

  app.get('/', async (c, next) => (wantsPage(c) ? shown(c) : next()))
  app.post('/', async (c) => {
    const form = await formOf(c)
    const remove = field(form, 'remove')
    if (remove === 'all') faults.replace([])
    else if (remove) faults.remove(Number(remove))
    else {
      try {
        for (const fault of readFaults(JSON.stringify([faultOf(form)]))) faults.add(fault)
      } catch (error) {
        if (error instanceof UnusableRequestError) return shown(c, error.message.replace('faults[0].', ''))
        throw error
      }
    }
    return c.redirect('/_local/faults', 303)
  })
  return app
}

/** The fault that a form asks for; what its kind does not have is left out. */
function faultOf(form: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kind = field(form, 'kind') as Fault['kind']
  const operation = field(form, 'operation')
  const times = field(form, 'times')
  return {
    kind,
    when: field(form, 'when'),
    ...(operation && { operation }),
    ...(times && { times: Number(times) }),
    ...(kind === 'delay' && { milliseconds: Number(field(form, 'milliseconds')) }),
    ...(kind === 'status' && { status: Number(field(form, 'status')) }),
  }
}
