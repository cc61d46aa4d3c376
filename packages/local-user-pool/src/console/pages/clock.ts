import { Hono } from 'hono'
import { html } from 'hono/html'
import { moveClock } from '../clock.ts'
import type { Local } from '../local.ts'
import { UnusableRequestError } from '../unusable-request.ts'
import { alert, answer, field, formOf, languageOf, type Texts, time, wantsPage } from './layout.ts'

const units = { minutes: 60, hours: 3600, days: 86_400 } as const

const texts = {
  ja: {
    about:
      'ユーザープールの時計です。トークン・コード・ロックの期限を待たずに確かめられます。進めた時計はそこから動き続け、プールを終了すると元に戻ります。',
    now: 'プールの時刻',
    moved: 'ずれ',
    none: 'なし',
    seconds: '秒',
    quick: '進める',
    amounts: { '300': '5 分', '3600': '1 時間', '86400': '1 日', '2592000': '30 日' },
    by: '進める長さ（負の数で戻す）',
    unit: '単位',
    units: { minutes: '分', hours: '時間', days: '日' },
    move: '進める',
    to: '時刻を合わせる（UTC）',
    set: '合わせる',
    reset: '正しい時刻に戻す',
    wrong: '正しい数または時刻を入力してください。',
  },
  en: {
    about:
      'The clock of the user pool, to see tokens, codes and locks end without waiting for it. It goes on from where it is put, and is right again when the pool starts anew.',
    now: 'Time of the pool',
    moved: 'Moved by',
    none: 'nothing',
    seconds: 'seconds',
    quick: 'Forward by',
    amounts: { '300': '5 minutes', '3600': '1 hour', '86400': '1 day', '2592000': '30 days' },
    by: 'Forward by (a negative number goes back)',
    unit: 'Unit',
    units: { minutes: 'minutes', hours: 'hours', days: 'days' },
    move: 'Move',
    to: 'Put to (UTC)',
    set: 'Put',
    reset: 'Put right',
    wrong: 'Give a number or a time.',
  },
} satisfies Texts<object>

/** The clock as a person reads and moves it. */
export function clockPage({ clock }: Local): Hono {
  const app = new Hono()

  const shown = (c: Parameters<typeof answer>[0], isWrong = false) => {
    const lang = languageOf(c)
    const text = texts[lang]
    const main = html`<p class="about">${text.about}</p>
${alert(isWrong ? text.wrong : undefined)}
<dl>
<dt>${text.now}</dt><dd>${time(clock.now(), lang)}</dd>
<dt>UTC</dt><dd>${new Date(clock.now()).toISOString()}</dd>
<dt>${text.moved}</dt><dd>${clock.moved === 0 ? text.none : `${Math.round(clock.moved / 1000)} ${text.seconds}`}</dd>
</dl>
<h2 id="quick">${text.quick}</h2>
<form method="post" class="row" aria-labelledby="quick">
${Object.entries(text.amounts).map(
  ([seconds, label]) => html`<button name="seconds" value="${seconds}">${label}</button>`,
)}
</form>
<form method="post">
<p><label>${text.by}<input type="number" name="amount" step="any" required></label></p>
<p><label>${text.unit}<select name="unit">${Object.entries(text.units).map(
      ([unit, label]) => html`<option value="${unit}">${label}</option>`,
    )}</select></label></p>
<p><button>${text.move}</button></p>
</form>
<form method="post">
<p><label>${text.to}<input type="datetime-local" name="to" step="1" required></label></p>
<p><button>${text.set}</button></p>
</form>
<form method="post"><p><button name="reset" value="1">${text.reset}</button></p></form>`
    return answer(c, { name: 'clock', main }, isWrong ? 400 : 200)
  }

  app.get('/', async (c, next) => (wantsPage(c) ? shown(c) : next()))
  app.post('/', async (c) => {
    const form = await formOf(c)
    try {
      if (field(form, 'reset')) clock.reset()
      else moveClock(clock, JSON.stringify(moveOf(form)))
    } catch (error) {
      if (error instanceof UnusableRequestError) return shown(c, true)
      throw error
    }
    return c.redirect('/_local/clock', 303)
  })
  return app
}

function moveOf(form: Readonly<Record<string, unknown>>): object {
  const to = field(form, 'to')
  if (to) return { now: `${to}Z` }
  const unit = field(form, 'unit')
  const isUnit = (name: string): name is keyof typeof units => Object.hasOwn(units, name)
  return {
    advance: Number(field(form, 'seconds') || field(form, 'amount')) * (isUnit(unit) ? units[unit] : 1),
  }
}
